import { act, render } from '@testing-library/react';
import { App } from '../app/app.tsx';
import { inventedServices } from './screen.tsx';

/** The whole app of an invented rep at an address, as a browser would open it. */
export const openApp = (hash = '#/') => {
  window.location.hash = hash;
  const { services, held, streams } = inventedServices();
  const shown = render(<App services={services} />);
  return { ...shown, services, held, streams, close: services.links.stop };
};

/** Goes to another address in the open app, as a link or the back button does. */
export const follow = (hash: string) =>
  act(() => {
    window.location.hash = hash;
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
