import { z } from 'zod';

/** What the sandbox holds of calls and notes, as far as the fault tests compare it. Deleted rows are counted too. */
export interface SandboxRecords {
  readonly calls: readonly z.infer<typeof Call>[];
  readonly notes: readonly z.infer<typeof Note>[];
  readonly targets: readonly z.infer<typeof Target>[];
}

const Call = z.object({
  id: z.string(),
  callId: z.string(),
  outcome: z.string().nullable(),
  personId: z.string().nullable(),
});
const Note = z.object({ id: z.string(), bodyV2: z.object({ markdown: z.string().nullable() }).nullable() });
const Target = z.object({
  id: z.string(),
  noteId: z.string().nullable(),
  targetPersonId: z.string().nullable().optional(),
  targetPhoneCallId: z.string().nullable().optional(),
});

export const readSandbox = async (sandboxUrl: string): Promise<SandboxRecords> => ({
  calls: await rows(sandboxUrl, 'phoneCall', Call),
  notes: await rows(sandboxUrl, 'note', Note),
  targets: await rows(sandboxUrl, 'noteTarget', Target),
});

/** Ids of people to call, from the sandbox's seed. */
export const readPeopleIds = async (sandboxUrl: string): Promise<readonly string[]> =>
  (await rows(sandboxUrl, 'person', z.object({ id: z.string() }))).map(({ id }) => id);

const rows = async <Row>(sandboxUrl: string, object: string, shape: z.ZodType<Row>): Promise<Row[]> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/records/${object}`);
  return z.object({ rows: z.array(shape) }).parse(await answer.json()).rows;
};
