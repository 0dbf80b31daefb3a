import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/shortcuts.ts';
import { CallPage } from './call-page.tsx';

/** A call's page beside the list; Escape closes it, and the list is where it was. */
export const CallPanel = ({ callId, onClose }: { callId: string; onClose: () => void }) => {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target) || isElsewhere) return;
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <aside className="history__panel" aria-label="Call">
      <div className="history__panel-head">
        <Link to="/calls/$callId" params={{ callId }} className="button button--plain">
          <IconArrowsDiagonal size={16} aria-hidden="true" />
          Open as a page
        </Link>
        <button
          type="button"
          className="button button--plain button--icon"
          aria-label="Close"
          onClick={onClose}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </div>
      <CallPage callId={callId} />
    </aside>
  );
};
