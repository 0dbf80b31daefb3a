import { CallId, CallSessionId, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';

/** Stands for the calls of all reps; without it and without names the list shows one's own. */
export const EVERYBODY = 'everybody';
/** Stands for the calls of the teams that one manages. */
export const TEAM = 'team';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** `a,b` or a list; what is not understood is left out, the rest counts. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(z.unknown()), z.string().transform((text): unknown[] => text.split(','))])
    .transform((parts): z.infer<Item>[] | undefined => {
      const known = parts.flatMap((part) => item.safeParse(part).data ?? []);
      return known.length === 0 ? undefined : known.slice(0, 50);
    });

/**
 * What the address of the list says: the filters and the call that is open beside it. A value that nobody understands
 * (an old link, a typing error) is as good as none.
 */
export const HistorySearch = z.object({
  when: z.enum(['today', 'week', 'custom']).optional().catch(undefined),
  /** First and last day of a custom timeframe, in the viewer's time zone. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  rep: z
    .union([z.literal(EVERYBODY), z.literal(TEAM), listOf(MemberId)])
    .optional()
    .catch(undefined),
  outcomes: listOf(key).optional().catch(undefined),
  lines: listOf(key).optional().catch(undefined),
  direction: z.enum(['outbound', 'inbound']).optional().catch(undefined),
  /** `none`: calls that are linked to nobody. */
  person: z.enum(['none']).optional().catch(undefined),
  sitting: CallSessionId.optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  call: CallId.optional().catch(undefined),
});
export type HistorySearch = z.infer<typeof HistorySearch>;

/** Search parameters as plain words, `outcomes=busy,callback`: people read and send each other these addresses. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));
export const stringifySearch = (search: Record<string, unknown>): string => {
  const words = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(words).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
};
