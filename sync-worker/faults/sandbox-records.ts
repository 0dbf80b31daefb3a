import { z } from 'zod';

/** What Twenty holds of calls and notes, as far as the fault tests compare it. Deleted rows of the sandbox are counted too. */
export interface TwentyRows {
  readonly calls: readonly z.infer<typeof CallRow>[];
  readonly notes: readonly z.infer<typeof NoteRow>[];
  readonly targets: readonly z.infer<typeof TargetRow>[];
}

export const CallRow = z.object({
  id: z.string(),
  callId: z.string(),
  outcome: z.string().nullable(),
  personId: z.string().nullable(),
});
export const NoteRow = z.object({
  id: z.string(),
  bodyV2: z.object({ markdown: z.string().nullable() }).nullable(),
});
export const TargetRow = z.object({
  id: z.string(),
  noteId: z.string().nullable(),
  targetPersonId: z.string().nullable().optional(),
  targetPhoneCallId: z.string().nullable().optional(),
});
export const ProgressionRow = z.object({
  workspaceMemberId: z.string().nullable(),
  totalXp: z.number().nullable(),
  totalCalls: z.number().nullable(),
});
export type ProgressionRow = z.infer<typeof ProgressionRow>;

export const readSandbox = async (sandboxUrl: string): Promise<TwentyRows> => ({
  calls: await rows(sandboxUrl, 'phoneCall', CallRow),
  notes: await rows(sandboxUrl, 'note', NoteRow),
  targets: await rows(sandboxUrl, 'noteTarget', TargetRow),
});

/** Calls, notes and links together. */
export const countSandbox = async (sandboxUrl: string): Promise<number> => {
  let sum = 0;
  for (const object of ['phoneCall', 'note', 'noteTarget']) {
    const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}?limit=0`);
    sum += z.object({ count: z.number() }).parse(await answer.json()).count;
  }
  return sum;
};

export const readProgressions = (sandboxUrl: string): Promise<ProgressionRow[]> =>
  rows(sandboxUrl, 'repProgression', ProgressionRow);

/** Ids of people to call, from the sandbox's seed. */
export const readPeopleIds = async (sandboxUrl: string): Promise<readonly string[]> =>
  (await rows(sandboxUrl, 'person', z.object({ id: z.string() }))).map(({ id }) => id);

const rows = async <Row>(sandboxUrl: string, object: string, shape: z.ZodType<Row>): Promise<Row[]> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}`);
  return z.object({ rows: z.array(shape) }).parse(await answer.json()).rows;
};
