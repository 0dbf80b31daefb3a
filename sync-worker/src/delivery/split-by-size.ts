import type { Write } from './plan.ts';

/** Rows in groups that take at most so many bytes each, in their order. A row that is larger by itself stays alone. */
export const splitBySize = (writes: readonly Write[], maxBytes: number): readonly (readonly Write[])[] => {
  const groups: Write[][] = [];
  let bytesLeft = 0;
  for (const write of writes) {
    const bytes = Buffer.byteLength(JSON.stringify(write.record));
    const group = groups.at(-1);
    if (group === undefined || bytes > bytesLeft) {
      groups.push([write]);
      bytesLeft = maxBytes - bytes;
    } else {
      group.push(write);
      bytesLeft -= bytes;
    }
  }
  return groups;
};
