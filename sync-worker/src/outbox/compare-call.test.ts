import { CallId, MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { compareCall } from './compare-call.ts';
import type { HeldCall } from './reconciled.ts';

const call: HeldCall = {
  callId: CallId.parse('c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d'),
  member: { id: MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da'), name: 'Bob Example' },
  title: 'Call to Ada',
  startedAt: '2026-11-21T23:30:00.000Z',
  day: '2026-11-22',
  timeZone: 'Europe/Berlin',
  talkSeconds: 60,
  records: [],
};
const nothing = { byId: new Map(), bearing: () => [] };
const known = { isAccepted: () => false, wasInTrash: () => false };

test('a call that nothing here would bring to Twenty is told of, and counts here', () => {
  const compared = compareCall(call, nothing, known);
  expect(compared.differences).toMatchObject([{ cause: 'not-queued', day: '2026-11-22' }]);
  expect(compared.here).toEqual([{ day: '2026-11-22', member: call.member.id, calls: 1, talkSeconds: 60 }]);
  expect(compared.twenty).toEqual([]);
});

test('a call counts in Twenty for the day that its rep’s clock showed, as it does here', () => {
  const row = {
    id: '1',
    fields: {
      startedAt: call.startedAt,
      memberId: call.member.id,
      talkSeconds: 60,
      updatedBy: { source: 'API' },
    },
    isDeleted: false,
    updatedAt: call.startedAt,
  };
  const record = {
    slot: `phoneCall:${call.callId}`,
    objectName: 'phoneCall' as const,
    recordId: '1',
    state: 'delivered' as const,
    isHeldBack: false,
    wasDelivered: true,
    deliveredAt: call.startedAt,
    reason: null,
    attention: null,
    payload: { talkSeconds: 60 },
    lastDelivered: { talkSeconds: 60 },
    changedAt: 'x',
  };
  const found = { byId: new Map([['1', row]]), bearing: () => [row] };
  const { here, twenty, differences } = compareCall({ ...call, records: [record] }, found, known);
  expect(differences).toEqual([]);
  expect(twenty).toEqual(here);
});

test('a link that Twenty emptied because its call was destroyed goes with the call; one that somebody emptied does not', () => {
  const record = (slot: string, objectName: 'phoneCall' | 'noteTarget', fields: Record<string, string>) => ({
    slot,
    objectName,
    recordId: slot,
    state: 'delivered' as const,
    isHeldBack: false,
    wasDelivered: true,
    deliveredAt: call.startedAt,
    reason: null,
    attention: null,
    payload: fields,
    lastDelivered: fields,
    changedAt: call.startedAt,
  });
  const own = record('the-call', 'phoneCall', { outcome: 'BUSY' });
  const toCall = record('to-call', 'noteTarget', { noteId: 'a-note', targetPhoneCallId: 'the-call' });
  const toPerson = record('to-person', 'noteTarget', { noteId: 'a-note', targetPersonId: 'somebody' });
  const emptied = (id: string, fields: Record<string, string | null>) => ({
    id,
    fields: { ...fields, updatedBy: { source: 'API' } },
    isDeleted: false,
    updatedAt: '2026-11-22T09:00:00.000Z',
  });
  const byId = new Map([
    ['to-call', emptied('to-call', { noteId: 'a-note', targetPhoneCallId: null })],
    ['to-person', emptied('to-person', { noteId: 'a-note', targetPersonId: null })],
  ]);
  const found = compareCall(
    { ...call, records: [own, toCall, toPerson] },
    { byId, bearing: () => [] },
    known,
  );
  expect(found.differences.map(({ slot, cause }) => [slot, cause])).toEqual([
    ['the-call', 'missing'],
    ['to-call', 'missing'],
    ['to-person', 'edited'],
  ]);
});
