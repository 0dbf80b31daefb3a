import { z } from 'zod';
import type { Registration } from './check-access.ts';
import type { TwentyApi } from './twenty-api.ts';

const SCOPES = ['api', 'profile'];

/**
 * Lets Twenty send people back to the dialer after sign-in. Addresses that are there already stay: another dialer on
 * the same workspace may need them.
 * @returns whether anything had to be changed
 */
export const setSignIn = async (
  admin: TwentyApi,
  registration: Registration,
  redirectUris: readonly string[],
): Promise<boolean> => {
  const update = {
    oAuthRedirectUris: union(registration.oAuthRedirectUris, redirectUris),
    oAuthScopes: union(registration.oAuthScopes, SCOPES),
  };
  const isSet =
    update.oAuthRedirectUris.length === registration.oAuthRedirectUris.length &&
    update.oAuthScopes.length === registration.oAuthScopes.length;
  if (isSet) return false;
  await admin.ask({
    at: 'metadata',
    query:
      'mutation ($input: UpdateApplicationRegistrationInput!) { updateApplicationRegistration(input: $input) { id } }',
    variables: { input: { id: registration.id, update } },
    answer: z.object({ updateApplicationRegistration: z.object({ id: z.string() }) }),
  });
  return true;
};

/** Addresses that Twenty does not send people back to yet. */
export const lackingSignIn = (
  registration: Registration | null,
  redirectUris: readonly string[],
): readonly string[] => redirectUris.filter((uri) => !registration?.oAuthRedirectUris.includes(uri));

const union = (there: readonly string[], wanted: readonly string[]): string[] => [
  ...new Set([...there, ...wanted]),
];
