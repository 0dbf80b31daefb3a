import { IconLogin2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { signInAddress } from '../worker-client/worker-client.ts';
import { useServices } from './services.ts';
import './gate.css';

/** How to get in, and what Twenty does on the way. */
export const SignInPage = () => {
  const { links } = useServices();
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
      <p>You sign in with your account at Twenty. Your calls are recorded there under your name.</p>
      <a ref={button} className="button button--main button--wide" href={signInAddress(`/#${dial}`)}>
        <IconLogin2 size={18} aria-hidden="true" />
        Sign in with Twenty
      </a>
      <p className="quiet">
        If you are not signed in at Twenty yet, Twenty asks for that first and then stays on its own start
        page. Come back here in that case and press the button once more.
      </p>
    </main>
  );
};

const PROBLEM_WORDS: Record<string, string> = {
  access_denied: 'Twenty did not let the dialer in, because access was declined. Nothing was changed.',
  'sign-in-failed': 'The sign-in did not finish. Please start it again.',
  'twenty-unavailable': 'Twenty cannot be reached at the moment. Try again in a minute.',
  'twenty-refused': 'Twenty refused the sign-in. Your admin can see the reason in the dialer’s log.',
};

const problemWords = (code: string | null): string | null =>
  code === null ? null : (PROBLEM_WORDS[code] ?? 'The sign-in did not finish. Please start it again.');
