// The store without anything around it: takes in calls as the worker's intake does, when its parent says so.

import { randomUUID } from 'node:crypto';
import { Member, PersonId, WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { acceptCall } from '../../sync-worker/src/intake/accept-call.ts';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { createOpening } from '../../sync-worker/src/progression/opening.ts';
import { openStore } from '../../sync-worker/src/store/open-store.ts';
import { settled } from '../../sync-worker/src/testing/settings.ts';
import { callMaker } from './calls.ts';
import { callersInARow, callsOnSchedule } from './load.ts';
import { readMaintenance, tellTidied } from './tidied.ts';

const Options = z.object({
  place: z.object({ databaseUrl: z.string().nullable(), dataDir: z.string() }),
  cast: z.object({ members: z.array(Member), people: z.array(PersonId) }),
  maintenance: z.unknown(),
});
const Load = z.object({
  callersInARow: z.object({ callers: z.number(), forMs: z.number() }).optional(),
  callsOnSchedule: z.object({ perSecond: z.number(), forMs: z.number() }).optional(),
});

const { place, cast, maintenance } = Options.parse(JSON.parse(process.argv[2] ?? ''));
process.on('disconnect', () => process.exit(0));
const log = tellTidied(createLog('warn'));
const store = await openStore({ ...place, log, maintenance: readMaintenance(maintenance) });
const workspaceId = WorkspaceId.parse(randomUUID());
await store.registerWorkspace({ id: workspaceId, name: 'Bench', twentyUrl: 'http://twenty.example' });

// As a sign-in does: from then on each call also moves the record of the member's progression.
const open = createOpening({ store, twenty: { of: async () => null }, log });
for (const member of cast.members) await open({ workspaceId, member, accessToken: async () => '' });

const accept = acceptCall({
  store,
  practiceCallsToTwenty: false,
  settings: settled({ xp: { manual: true, entered: true, practice: false } }),
});
const next = callMaker(cast);
const send = () => {
  const { report, member } = next();
  return accept(workspaceId, report, member);
};

process.on('message', async (message) => {
  const load = Load.parse(message);
  if (load.callersInARow) answer(await callersInARow(send, load.callersInARow));
  if (load.callsOnSchedule) answer(await callsOnSchedule(send, load.callsOnSchedule));
});
const answer = (value: unknown) => process.send?.({ type: 'answer', answer: value });
answer('ready');
