import { z } from 'zod';
import type { Query } from './database.ts';
import type { SignInStore } from './session-port.ts';

/** Sign-ins on their way to Twenty and back, within one transaction. */
export const createSignInStore = (query: Query): SignInStore => ({
  create: async ({ stateHash, codeVerifier, returnTo, lifetimeMs }) => {
    await query('delete from sign_in where expires_at <= statement_timestamp()');
    await query(
      `insert into sign_in (state_hash, code_verifier, return_to, expires_at)
       values ($1, $2, $3, statement_timestamp() + $4 * interval '1 millisecond')`,
      [stateHash, codeVerifier, returnTo, lifetimeMs],
    );
  },
  consume: async (stateHash) => {
    const [attempt] = SignInRows.parse(
      await query(
        `delete from sign_in where state_hash = $1 and expires_at > statement_timestamp()
         returning code_verifier as "codeVerifier", return_to as "returnTo"`,
        [stateHash],
      ),
    );
    return attempt ?? null;
  },
});

const SignInRows = z.array(z.object({ codeVerifier: z.string(), returnTo: z.string() }));
