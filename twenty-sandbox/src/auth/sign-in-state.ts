import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const State = z.object({
  signingKey: z.string(),
  /** The secret made by a rotation and the configured one that it replaced; a newly configured one counts again. */
  rotated: z.object({ secret: z.string(), replaced: z.string() }).nullable(),
  redirectUris: z.array(z.string()),
  scopes: z.array(z.string()),
  /** Milliseconds when each user last revoked the app's access. */
  revokedAtMs: z.record(z.string(), z.number()),
});
export type SignInState = z.infer<typeof State>;

export interface SignInStore {
  readonly state: Readonly<SignInState>;
  update(change: Partial<SignInState>): void;
}

/** What sign-in has to remember over a restart, so that sessions of the dialer outlive one. */
export const openSignInStore = (folder: string | null): SignInStore => {
  const file = folder === null ? null : join(folder, 'sign-in.json');
  let state =
    file !== null && existsSync(file)
      ? State.parse(JSON.parse(readFileSync(file, 'utf8')))
      : {
          signingKey: randomBytes(32).toString('hex'),
          rotated: null,
          redirectUris: [],
          scopes: [],
          revokedAtMs: {},
        };
  const save = () => {
    if (file === null || folder === null) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
  };
  save();
  return {
    get state() {
      return state;
    },
    update: (change) => {
      state = { ...state, ...change };
      save();
    },
  };
};
