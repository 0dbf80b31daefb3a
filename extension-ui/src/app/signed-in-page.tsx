import { useEffect } from 'react';
import { useServices } from './services.ts';
import './gate.css';

/** Where a sign-in in a second window ends: it tells the window with the call, and goes. */
export const SignedInPage = () => {
  const { otherWindows } = useServices();
  useEffect(() => {
    otherWindows.postMessage('session-changed');
    window.close();
  }, [otherWindows]);
  return (
    <main className="gate">
      <h1>You are signed in</h1>
      <p>Your dialer goes on in its own window. You can close this one.</p>
      <a href="#/">Use the dialer here</a>
    </main>
  );
};
