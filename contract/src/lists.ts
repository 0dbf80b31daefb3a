import { z } from 'zod';

/** A list in an address: values with commas between them, 50 at most. */
export const listOf = <TItem extends z.ZodType<string, string>>(item: TItem) =>
  z
    .string()
    .max(2_000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(50));
