import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TwentyTokens } from '../twenty/port.ts';

/** Seals people's tokens, so that a copy of the database gives nobody a way into Twenty. */
export interface TokenBox {
  seal(tokens: TwentyTokens, sessionIdHash: string): string;
  /** Null when no key of ours fits, or the text belongs to another session: the person must sign in again. */
  open(sealed: string, sessionIdHash: string): TwentyTokens | null;
  /** Whether it was sealed with a key that is only there to open. */
  isOld(sealed: string): boolean;
}

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresAtMs: z.number(),
});

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v2';
/** Without a word about the key: made before keys could be changed. */
const FIRST_FORMAT = 'v1';

/**
 * AES-256-GCM, bound to the session: moved to another session's row, a sealed text does not open. `key` seals and opens;
 * the `previous` ones only open, so that nobody is signed out when the key changes.
 */
export const createTokenBox = (key: Buffer, previous: readonly Buffer[] = []): TokenBox => {
  const mark = `${FORMAT}.${nameOf(key)}.`;
  const keys = [key, ...previous];
  return {
    seal: (tokens, sessionIdHash) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(sessionIdHash));
      const text = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
      return mark + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open: (sealed, sessionIdHash) => {
      const [format, ...rest] = sealed.split('.');
      const [name, text] = format === FIRST_FORMAT ? [null, rest[0]] : rest;
      if ((format !== FORMAT && format !== FIRST_FORMAT) || text === undefined) return null;
      for (const one of keys) {
        const tokens = name === null || name === nameOf(one) ? openWith(one, text, sessionIdHash) : null;
        if (tokens !== null) return tokens;
      }
      return null;
    },
    isOld: (sealed) => !sealed.startsWith(mark),
  };
};

/** Tells keys apart, and says nothing about them: they are random. */
const nameOf = (key: Buffer): string =>
  createHash('sha256').update('name of a key').update(key).digest('hex').slice(0, 8);

const openWith = (key: Buffer, text: string, sessionIdHash: string): TwentyTokens | null => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(sessionIdHash))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Tokens.parse(JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8')));
  } catch {
    return null; // GCM says only "no": wrong key, wrong session, or changed text.
  }
};
