import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDesk } from '../dialer/use-dialer.ts';
import { useServices } from './services.ts';

/** A link from Twenty fills the dialer when it is free; during a call it only becomes the next suggestion. */
export const useDialLinks = (): void => {
  const { links } = useServices();
  const { dialer, target } = useDesk();
  const navigate = useNavigate();
  useEffect(() => {
    const follow = () => {
      const link = links.take();
      if (link === null) return;
      const wanted = { ...link, person: null };
      const { phase } = dialer.getState();
      if (phase !== 'idle' && phase !== 'wrapped-up') {
        target.suggest(wanted);
        return;
      }
      dialer.next();
      target.choose(wanted);
      void navigate({ to: '/' });
    };
    follow();
    return links.subscribe(follow);
  }, [links, dialer, target, navigate]);
};
