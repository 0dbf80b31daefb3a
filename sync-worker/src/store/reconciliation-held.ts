import { Attention, CallId, CallReport, MemberId, talkSeconds } from '@twenty-dialer/contract';
import { z } from 'zod';
import { DELIVERY_STATES, type JsonObject, OBJECT_NAMES } from '../outbox/entry.ts';
import { withOverrides } from '../outbox/overrides.ts';
import { dayOf } from '../outbox/progression-days.ts';
import type { HeldCall, HeldRecord } from '../outbox/reconciled.ts';
import { dailyCallStatsSlot, repProgressionSlot } from '../outbox/slot.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type {
  CallPlace,
  DayToCompare,
  ReconciliationStore,
  TotalsToCompare,
  Window,
} from './reconciliation-port.ts';

type Held = Pick<
  ReconciliationStore,
  | 'calls'
  | 'callsById'
  | 'knownCalls'
  | 'timeZones'
  | 'days'
  | 'daysBySlot'
  | 'totals'
  | 'known'
  | 'changedSince'
>;

/** What is held here, as far as it is compared with Twenty. */
export const createReconciliationHeld = (query: Query): Held => ({
  calls: async (asked) => {
    for (let place = asked.after; ; ) {
      const page = place === null ? [] : await callsOf(query, place, asked);
      if (page.length > 0) return withRecords(query, page);
      const [next] = Members.parse(
        await query('select member_id from call where member_id > $1 order by member_id limit 1', [
          place?.memberId ?? NOBODY,
        ]),
      );
      if (next === undefined) return [];
      // Behind every time: the member's newest call is the first one.
      place = { memberId: next.member_id, startedAt: asked.to, callId: LAST_ID };
    }
  },
  callsById: async (ids) =>
    ids.length === 0
      ? []
      : withRecords(query, Calls.parse(await query(`${SELECT_CALLS} where c.id = any($1::uuid[])`, [ids]))),
  knownCalls: async (ids) =>
    new Set(
      Known.parse(await query('select id from call where id = any($1::uuid[])', [ids])).map(({ id }) => id),
    ),
  timeZones: async (memberIds) => {
    const rows = TimeZones.parse(await query(TIME_ZONES, [[...new Set(memberIds)]]));
    return new Map(rows.flatMap(({ member_id, zone }) => (zone === null ? [] : [[member_id, zone]])));
  },
  days: async ({ from, to, after, limit }) => {
    const [member = NOBODY, day = '0001-01-01'] = after?.split(' ') ?? [];
    const places = DayPlaces.parse(await query(DAYS, [member, day, from, to, limit]));
    const last = places.at(-1);
    return {
      days: await daysAt(query, places),
      through: last === undefined ? null : `${last.member_id} ${last.day}`,
    };
  },
  daysBySlot: (slots) =>
    daysAt(
      query,
      slots.flatMap((slot) => {
        const [, member, day] = slot.split(':');
        const id = MemberId.safeParse(member);
        return id.success && day !== undefined ? [{ member_id: id.data, day }] : [];
      }),
    ),
  totals: async (asked) => {
    const chosen =
      'memberIds' in asked
        ? Totals.parse(await query(totalsWhere('p.member_id = any($1::uuid[])'), [asked.memberIds]))
        : Totals.parse(
            await query(`${totalsWhere('p.member_id > $1')} limit $2`, [asked.after ?? NOBODY, asked.limit]),
          );
    const records = await recordsOf(
      query,
      chosen.map(({ member_id }) => repProgressionSlot(member_id)),
    );
    return chosen.map(
      (row): TotalsToCompare => ({
        member: { id: row.member_id, name: row.member_name },
        here: { xp: row.xp, calls: row.calls, talkSeconds: row.talk_seconds },
        record: records.get(repProgressionSlot(row.member_id)) ?? null,
      }),
    );
  },
  known: async (keys) => {
    const rows = KnownRows.parse(
      await query('select key, what, fingerprint from reconciliation_known where key = any($1::text[])', [
        keys,
      ]),
    );
    const accepted = new Set(rows.flatMap((row) => (row.what === 'accepted' ? [mark(row)] : [])));
    const inTrash = new Set(rows.flatMap((row) => (row.what === 'in-trash' ? [row.key] : [])));
    return {
      isAccepted: (key, fingerprint) => accepted.has(mark({ key, fingerprint })),
      wasInTrash: (key) => inTrash.has(key),
    };
  },
  changedSince: async (records) => {
    if (records.length === 0) return new Set();
    const rows = Slots.parse(await query(CHANGED, [toJsonText(records)]));
    return new Set(rows.map(({ slot }) => slot));
  },
});

/** Before every id, and behind every one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const LAST_ID = CallId.parse('ffffffff-ffff-4fff-bfff-ffffffffffff');

const mark = ({ key, fingerprint }: { key: string; fingerprint: string }): string => `${key}\n${fingerprint}`;

const SELECT_CALLS = `
  select c.id, c.member_id, c.report, coalesce(p.member_name, '') as member_name
  from call c left join member_progression p on p.member_id = c.member_id`;

const callsOf = async (query: Query, place: CallPlace, { from, to, limit }: Window & { limit: number }) =>
  Calls.parse(
    await query(
      `${SELECT_CALLS}
       where c.member_id = $1 and not c.is_kept_here and c.started_at >= $2 and c.started_at < $3
         and (c.started_at, c.id) < ($4, $5)
       order by c.started_at desc, c.id desc limit $6`,
      [place.memberId, from, to, place.startedAt, place.callId, limit],
    ),
  );

const Members = z.array(z.object({ member_id: MemberId }));
const Known = z.array(z.object({ id: z.string() }));
const Slots = z.array(z.object({ slot: z.string() }));
const KnownRows = z.array(
  z.object({ key: z.string(), what: z.enum(['in-trash', 'accepted']), fingerprint: z.string() }),
);
const Calls = z.array(
  z.object({ id: CallId, member_id: MemberId, report: CallReport, member_name: z.string() }),
);

const withRecords = async (query: Query, calls: z.infer<typeof Calls>): Promise<HeldCall[]> => {
  const rows = Records.parse(await query(RECORDS_OF_CALLS, [calls.map(({ id }) => id)]));
  const byCall = groupByCall(rows);
  return calls.map(({ id, member_id, member_name, report }) => {
    const records = byCall.get(id) ?? [];
    const title = records.find(({ objectName }) => objectName === 'phoneCall')?.payload.name;
    return {
      callId: id,
      member: { id: member_id, name: member_name },
      title: typeof title === 'string' ? title : `Call with ${report.to}`,
      startedAt: report.startedAt,
      day: dayOf(report.startedAt, report.timeZone),
      timeZone: report.timeZone,
      talkSeconds: talkSeconds(report) ?? 0,
      records,
    };
  });
};

const groupByCall = (rows: readonly Row[]): Map<string, HeldRecord[]> => {
  const groups = new Map<string, HeldRecord[]>();
  for (const { callId, record } of rows) {
    if (callId !== null) groups.set(callId, [...(groups.get(callId) ?? []), record]);
  }
  return groups;
};

const RECORD_COLUMNS = `
  e.call_id, e.slot, e.object_name, coalesce(e.twenty_record_id, e.record_id::text) as record_id, e.state, e.is_waiting,
  e.first_delivered_at is not null as was_delivered, e.delivered_at, e.reason, e.attention, e.payload, e.overrides, e.last_delivered,
  e.updated_at::text as changed_at`;

const RECORDS_OF_CALLS = `
  select ${RECORD_COLUMNS} from outbox_entry e
  where e.call_id = any($1::uuid[]) and e.object_name in ('phoneCall', 'note', 'noteTarget') order by e.slot`;

const recordsOf = async (query: Query, slots: readonly string[]): Promise<Map<string, HeldRecord>> => {
  const rows = Records.parse(
    await query(`select ${RECORD_COLUMNS} from outbox_entry e where e.slot = any($1::text[])`, [slots]),
  );
  return new Map(rows.map(({ record }) => [record.slot, record]));
};

const Json = z.custom<JsonObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);

const Edits = z.record(z.string(), z.object({ from: z.json(), to: z.json() }));

const Records = z.array(
  z
    .object({
      call_id: CallId.nullable(),
      slot: z.string(),
      object_name: z.enum(OBJECT_NAMES),
      record_id: z.string(),
      state: z.enum(DELIVERY_STATES),
      is_waiting: z.boolean(),
      was_delivered: z.boolean(),
      delivered_at: z.date().nullable(),
      reason: z.string().nullable(),
      attention: Attention.nullable(),
      payload: Json,
      overrides: Edits.nullable(),
      last_delivered: Json.nullable(),
      changed_at: z.string(),
    })
    .transform((row) => ({
      callId: row.call_id,
      record: {
        slot: row.slot,
        objectName: row.object_name,
        recordId: row.record_id,
        state: row.state,
        isHeldBack: row.is_waiting,
        wasDelivered: row.was_delivered,
        deliveredAt: row.delivered_at?.toISOString() ?? null,
        reason: row.reason,
        attention: row.attention,
        payload: withOverrides(row.payload, row.overrides),
        lastDelivered: row.last_delivered,
        changedAt: row.changed_at,
      } satisfies HeldRecord,
    })),
);
type Row = z.infer<typeof Records>[number];

const TimeZones = z.array(z.object({ member_id: z.string(), zone: z.string().nullable() }));

/** The index by member gives the last call of each at once. */
const TIME_ZONES = `
  select member.id as member_id, (
    select c.report ->> 'timeZone' from call c where c.member_id = member.id order by c.started_at desc limit 1
  ) as zone
  from unnest($1::uuid[]) as member (id)`;

const DayPlaces = z.array(z.object({ member_id: MemberId, day: z.string() }));

/** A rep far away may be a day ahead. */
const DAYS = `
  select f.member_id, f.day::text as day from call_figure f
  where (f.member_id, f.day) > ($1, $2::date)
    and f.day between ($3::timestamptz at time zone 'utc')::date and ($4::timestamptz at time zone 'utc')::date + 1
  group by f.member_id, f.day order by f.member_id, f.day limit $5`;

const daysAt = async (query: Query, places: z.infer<typeof DayPlaces>): Promise<DayToCompare[]> => {
  const slotOf = ({ member_id, day }: (typeof places)[number]) => dailyCallStatsSlot(member_id, day);
  const records = await recordsOf(query, places.map(slotOf));
  return places.flatMap((place) => {
    const record = records.get(slotOf(place));
    return record === undefined ? [] : [{ memberId: place.member_id, day: place.day, record }];
  });
};

const Totals = z.array(
  z.object({
    member_id: MemberId,
    member_name: z.string(),
    xp: z.coerce.number(),
    calls: z.coerce.number(),
    talk_seconds: z.coerce.number(),
  }),
);

/** From the ledger itself, not from the totals that are kept up with it: those are compared as well. */
const totalsWhere = (condition: string): string => `
  select p.member_id, p.member_name, sums.*
  from member_progression p
  cross join lateral (
    select coalesce(sum(l.points), 0) as xp, coalesce(sum(l.calls), 0) as calls,
      coalesce(sum(l.talk_seconds), 0) as talk_seconds
    from progression_entry l where l.member_id = p.member_id
  ) as sums
  where ${condition} order by p.member_id`;

const CHANGED = `
  select read.slot from jsonb_to_recordset($1::text::jsonb) as read (slot text, "changedAt" text)
  left join outbox_entry e on e.slot = read.slot
  where e.updated_at is distinct from read."changedAt"::timestamptz`;
