import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TwentyTokens } from '../twenty/port.ts';

/** Seals people's tokens, so that a copy of the database gives nobody a way into Twenty. */
export interface TokenBox {
  seal(tokens: TwentyTokens, sessionIdHash: string): string;
  /** Null when the key has changed, or the text belongs to another session: the person must sign in again. */
  open(sealed: string, sessionIdHash: string): TwentyTokens | null;
}

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresAtMs: z.number(),
});

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1.';

/** AES-256-GCM, bound to the session: moved to another session's row, a sealed text does not open. */
export const createTokenBox = (key: Buffer): TokenBox => ({
  seal: (tokens, sessionIdHash) => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(sessionIdHash));
    const text = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
    return FORMAT + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  },
  open: (sealed, sessionIdHash) => {
    if (!sealed.startsWith(FORMAT)) return null;
    const bytes = Buffer.from(sealed.slice(FORMAT.length), 'base64url');
    if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(sessionIdHash))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Tokens.parse(JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')));
    } catch {
      return null; // GCM says only "no": wrong key, wrong session, or changed text.
    }
  },
});
