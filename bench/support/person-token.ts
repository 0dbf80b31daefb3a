import { signIn } from '../../twenty-sandbox/conformance/client.ts';

/** A token of the person's own, got with their password, as Twenty's own pages do. */
export const personToken = (
  twentyUrl: string,
  person: { email: string; password: string },
): Promise<string> =>
  signIn(
    async (path, body) => {
      const answer = await fetch(`${twentyUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { body: await answer.json() };
    },
    twentyUrl,
    person,
  );
