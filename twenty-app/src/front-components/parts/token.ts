import { AskError } from './ask-error.ts';

/** Twenty gives the component a token of its viewer's for half an hour, and a fresh one on request. */
let renewed: string | null = null;

/** Asks with the viewer's token, and once more with a fresh one when it was refused. @throws AskError `refused` */
export const withToken = async <T>(ask: (token: string) => Promise<T | 'refused'>): Promise<T> => {
  const first = renewed ?? process.env.TWENTY_APP_ACCESS_TOKEN ?? '';
  const answer = first === '' ? 'refused' : await ask(first);
  if (answer !== 'refused') return answer;
  renewed = (await globalThis.frontComponentHostCommunicationApi.requestAccessTokenRefresh?.()) ?? null;
  const second = renewed === null ? 'refused' : await ask(renewed);
  if (second !== 'refused') return second;
  throw new AskError('refused', 'Twenty’s token for this page was not accepted.');
};
