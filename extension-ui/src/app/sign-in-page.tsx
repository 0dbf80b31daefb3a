import { IconLogin2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { signInAddress } from '../worker-client/worker-client.ts';
import { useServices } from './services.ts';
import { signInAttempt } from './sign-in-attempt.ts';
import './gate.css';

/** How to get in, and what Twenty does on the way. */
export const SignInPage = () => {
  const { links } = useServices();
  const attempt = signInAttempt({ storage: localStorage, now: Date.now });
  const [wasLeft] = useState(attempt.wasLeft);
  const button = useRef<HTMLAnchorElement>(null);
  useEffect(() => button.current?.focus(), []);
  const problem = problemWords(new URLSearchParams(window.location.search).get('problem'));
  // A link that brought somebody here is still wanted after the sign-in.
  const link = links.peek();
  const dial =
    link === null ? '' : `dial=${link.to ?? ''}${link.personId === null ? '' : `&person=${link.personId}`}`;
  return (
    <main className="gate">
      <img src="/icon.svg" alt="" width="40" height="40" />
      <h1>Dialer</h1>
      {problem === null ? null : (
        <p className="gate__problem" role="alert">
          {problem}
        </p>
      )}
      {wasLeft ? <Detour /> : <p>{WHO_YOU_ARE}</p>}
      <a
        ref={button}
        className="button button--main button--wide"
        href={signInAddress(`/#${dial}`)}
        onClick={attempt.begin}
      >
        <IconLogin2 size={18} aria-hidden="true" />
        {wasLeft ? 'Go on signing in' : 'Sign in with Twenty'}
      </a>
      {wasLeft ? null : <p className="quiet">{FIRST_TIME}</p>}
    </main>
  );
};

const WHO_YOU_ARE = 'You sign in with your account at Twenty. Your calls are recorded there under your name.';
const FIRST_TIME =
  'If you are not signed in at Twenty yet, Twenty asks for that first and then stays on its own start page. Come back here in that case and press the button once more.';

/** Said only to whom it happened. */
const Detour = () => (
  <div role="status">
    <p>Your sign-in is not finished yet.</p>
    <p>
      You went to Twenty from here. If you had to sign in there first, Twenty showed you its own start page
      afterwards and forgot that you came from the dialer. Now that you are signed in at Twenty, one press
      brings you in.
    </p>
  </div>
);

const PROBLEM_WORDS: Record<string, string> = {
  access_denied: 'Twenty did not let the dialer in, because access was declined. Nothing was changed.',
  'sign-in-failed': 'The sign-in did not finish. Please start it again.',
  'twenty-unavailable': 'Twenty cannot be reached at the moment. Try again in a minute.',
  'twenty-refused': 'Twenty refused the sign-in. Your admin can see the reason in the dialer’s log.',
};

const problemWords = (code: string | null): string | null =>
  code === null ? null : (PROBLEM_WORDS[code] ?? 'The sign-in did not finish. Please start it again.');
