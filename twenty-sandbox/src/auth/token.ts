import { createHmac, timingSafeEqual } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../json.ts';

/** Signed claims in the shape of a JWT (HS256). Times are seconds since the epoch, as in every JWT. */
export interface TokenSigner {
  sign(claims: JsonObject): string;
  /** The claims, or null when the text is no token of ours. Expiry is the caller's to judge. */
  read(token: string): JsonObject | null;
}

export const createTokenSigner = (key: string): TokenSigner => {
  const signature = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign: (claims) => {
      const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${body}.${signature(body)}`;
    },
    read: (token) => {
      const [head, claims, given, ...rest] = token.split('.');
      if (head === undefined || claims === undefined || given === undefined || rest.length > 0) return null;
      const wanted = Buffer.from(signature(`${head}.${claims}`));
      const actual = Buffer.from(given);
      if (wanted.length !== actual.length || !timingSafeEqual(wanted, actual)) return null;
      const read: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
      return isJsonObject(read) ? read : null;
    },
  };
};

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
