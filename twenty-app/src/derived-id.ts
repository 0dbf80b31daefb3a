import { createHash } from 'node:crypto';

/**
 * An identifier for a part that belongs to something with an identifier of its own, such as a column of a view: the
 * same parts always make the same one. A UUID of version 5, without a namespace because every part is a UUID already.
 */
export const derivedId = (...parts: readonly string[]): string => {
  const hash = createHash('sha1').update(parts.join('/')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};
