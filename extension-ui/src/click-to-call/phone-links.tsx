import { IconPhonePlus } from '@tabler/icons-react';
import { useState } from 'react';
import './click-to-call.css';

/** Where a `tel:` link leads; the browser puts it in place of `%s`. It only fills the dialer. */
const telHandlerAddress = (origin: string): string => `${origin}/#dial=%s`;

/** Offers to open telephone links of all pages with the dialer. Only the browser knows, and asks, whether it is so. */
export const PhoneLinks = () => {
  const [said, setSaid] = useState<string | null>(null);
  if (!('registerProtocolHandler' in navigator)) return null;
  const register = () => {
    try {
      navigator.registerProtocolHandler('tel', telHandlerAddress(window.location.origin));
      setSaid('Your browser may ask now. Allow it there. You can take it back in the browser’s settings.');
    } catch {
      setSaid('This browser lets no page do that. It needs https, or localhost.');
    }
  };
  return (
    <div className="me__phone-links">
      <button type="button" className="button" onClick={register}>
        <IconPhonePlus size={16} aria-hidden="true" />
        Open phone links with the dialer
      </button>
      <p className="quiet" role="status">
        {said ?? 'Numbers on other pages then fill the dialer with one click. They never dial by themselves.'}
      </p>
    </div>
  );
};
