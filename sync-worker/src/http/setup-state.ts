import type { Setup } from './setup-page.ts';

interface SetupDeps {
  readonly twenty: { readonly apiUrl: string; readonly frontUrl: string; readonly app: unknown };
  readonly workspace: () => { readonly workspace: unknown; readonly reason: string };
  readonly fetch: typeof fetch;
}

const PATIENCE_MS = 2_000;

/** What is left to do before anybody can sign in; null when nothing is. Asks Twenty only while something is. */
export const createSetup =
  ({ twenty, workspace, fetch }: SetupDeps) =>
  async (): Promise<Setup | null> => {
    const { workspace: known, reason } = workspace();
    const hasCredentials = twenty.app !== null;
    if (hasCredentials && known !== null) return null;
    return { ...twenty, hasCredentials, reason, doesTwentyAnswer: await answers(fetch, twenty.apiUrl) };
  };

const answers = async (fetchHere: typeof fetch, apiUrl: string): Promise<boolean> => {
  const response = await fetchHere(`${apiUrl}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
  return response?.ok === true;
};
