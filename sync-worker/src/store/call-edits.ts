import type { CallEdit, CallId, CallReport } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';

/** The corrections of a saved call, newest first; `CallStore.edits` says what counts as one. */
export const readEdits = async (query: Query, callId: CallId): Promise<CallEdit[]> => {
  const revisions = Revisions.parse(await query(SELECT_REVISIONS, [callId]));
  const notes = Notes.parse(await query(SELECT_NOTES, [callId]));
  const edits = new Map<number, CallEdit>();
  revisions.forEach((later, index) => {
    const earlier = revisions[index - 1];
    const changes = earlier === undefined ? [] : changesBetween(earlier, later);
    if (changes.length > 0) edits.set(later.revision, editOf(later, changes));
  });
  for (const note of notes) {
    const edit = edits.get(note.revision);
    const change: Change = { field: 'further-note', from: null, to: note.text };
    edits.set(note.revision, { ...(edit ?? editOf(note, [])), changes: [...(edit?.changes ?? []), change] });
  }
  return [...edits.values()].sort((a, b) => b.revision - a.revision);
};

/** Keeps the report that is about to be replaced. The caller has locked the call's row. */
export const keepPresentRevision = (query: Query, callId: CallId): Promise<unknown> =>
  query(
    `insert into call_revision (call_id, revision, report, accepted_at)
     select id, revision, report, updated_at from call where id = $1
     on conflict (workspace_id, call_id, revision) do nothing`,
    [callId],
  );

/** Keeps a report that came after a newer one: the list of edits is the same whatever came first. */
export const keepLateRevision = (query: Query, report: CallReport): Promise<unknown> =>
  query(
    `insert into call_revision (call_id, revision, report, accepted_at) values ($1, $2, $3::text::jsonb, now())
     on conflict (workspace_id, call_id, revision) do nothing`,
    [report.callId, report.revision, toJsonText(report)],
  );

type Change = CallEdit['changes'][number];

const changesBetween = (earlier: Revision, later: Revision): Change[] => {
  const changes: Change[] = [];
  const compare = (field: Change['field'], from: string | null, to: string | null) => {
    if (from !== to) changes.push({ field, from, to });
  };
  compare('outcome', earlier.outcome, later.outcome);
  compare('note', earlier.note, later.note);
  // Two people may have one name; and a name that is spelled better is no other person.
  if (earlier.person_id !== later.person_id) {
    changes.push({ field: 'person', from: earlier.person_name, to: later.person_name });
  }
  return changes;
};

const editOf = ({ revision, at }: { revision: number; at: Date }, changes: Change[]): CallEdit => ({
  revision,
  at: at.toISOString(),
  changes,
});

const Revision = z.object({
  revision: z.number(),
  at: z.date(),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  person_id: z.string().nullable(),
  person_name: z.string().nullable(),
});
type Revision = z.infer<typeof Revision>;
const Revisions = z.array(Revision);
const Notes = z.array(z.object({ revision: z.number(), at: z.date(), text: z.string() }));

const SELECT_REVISIONS = `
  select revision, at, report ->> 'outcome' as outcome, nullif(report ->> 'note', '') as note,
    report ->> 'personId' as person_id, report ->> 'personName' as person_name
  from (
    select revision, accepted_at as at, report from call_revision where call_id = $1
    union all
    select revision, updated_at, report from call where id = $1 and stage = 'wrapped-up'
  ) as wrapped_up
  order by revision`;

const SELECT_NOTES = `
  select revision, written_at as at, note ->> 'text' as text from call_note
  where call_id = $1 order by written_at, note_id`;
