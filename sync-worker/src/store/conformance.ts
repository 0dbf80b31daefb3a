import { afterAll, beforeAll, describe } from 'vitest';
import { createWorld, type OpenedStore, type StoreWorld } from '../testing/store-world.ts';
import { accessConformance } from './conformance/access.conformance.ts';
import { alertsConformance } from './conformance/alerts.conformance.ts';
import { attemptsConformance } from './conformance/attempts.conformance.ts';
import { auditConformance } from './conformance/audit.conformance.ts';
import { backlogConformance } from './conformance/backlog.conformance.ts';
import { callsConformance } from './conformance/calls.conformance.ts';
import { changesConformance } from './conformance/changes.conformance.ts';
import { deliveriesConformance } from './conformance/deliveries.conformance.ts';
import { deliveryConformance } from './conformance/delivery.conformance.ts';
import { dialTicketsConformance } from './conformance/dial-tickets.conformance.ts';
import { editsConformance } from './conformance/edits.conformance.ts';
import { historyConformance } from './conformance/history.conformance.ts';
import { intervalConformance } from './conformance/interval.conformance.ts';
import { isolationConformance } from './conformance/isolation.conformance.ts';
import { leaseConformance } from './conformance/lease.conformance.ts';
import { matchingConformance } from './conformance/matching.conformance.ts';
import { mirrorConformance } from './conformance/mirror.conformance.ts';
import { notesConformance } from './conformance/notes.conformance.ts';
import { outboxModelConformance } from './conformance/outbox-model.conformance.ts';
import { peopleConformance } from './conformance/people.conformance.ts';
import { progressionConformance } from './conformance/progression.conformance.ts';
import { projectionsConformance } from './conformance/projections.conformance.ts';
import { reconciliationConformance } from './conformance/reconciliation.conformance.ts';
import { retentionConformance } from './conformance/retention.conformance.ts';
import { seenConformance } from './conformance/seen.conformance.ts';
import { sessionsConformance } from './conformance/sessions.conformance.ts';
import { settleConformance } from './conformance/settle.conformance.ts';
import { syncLogConformance } from './conformance/sync-log.conformance.ts';
import { teamConformance } from './conformance/team.conformance.ts';
import { touchConformance } from './conformance/touch.conformance.ts';
import { transactionsConformance } from './conformance/transactions.conformance.ts';
import { waitingConformance } from './conformance/waiting.conformance.ts';

/** Each test gets a workspace of its own. */
export type NewWorld = () => StoreWorld;

/**
 * What every store promises. One store is opened for all tests; `openFresh` gives it an empty database. `more` holds what
 * this kind of store promises besides.
 */
export const describeStore = (
  name: string,
  openFresh: () => Promise<OpenedStore>,
  more?: (newWorld: NewWorld) => void,
): void => {
  describe(`store on ${name}`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await openFresh();
    });
    afterAll(() => opened.close());
    const newWorld: NewWorld = () => createWorld(opened);

    describe('calls', () => callsConformance(newWorld));
    describe('notes of a call', () => notesConformance(newWorld));
    describe('edits of a call', () => editsConformance(newWorld));
    describe('audit trail', () => auditConformance(newWorld));
    describe('touch', () => touchConformance(newWorld));
    describe('what was seen in Twenty', () => seenConformance(newWorld));
    describe('lease', () => leaseConformance(newWorld));
    describe('settle', () => settleConformance(newWorld));
    describe('attempts', () => attemptsConformance(newWorld));
    describe('backlog', () => backlogConformance(newWorld));
    describe('waiting for other records', () => waitingConformance(newWorld));
    describe('at most once in an interval', () => intervalConformance(newWorld));
    describe('any order of events', () => outboxModelConformance(newWorld));
    describe('history', () => historyConformance(newWorld));
    describe('changes', () => changesConformance(newWorld));
    describe('deliveries that an admin looks at', () => deliveriesConformance(newWorld));
    describe('delivery', () => deliveryConformance(newWorld));
    describe('progression', () => progressionConformance(newWorld));
    describe('figures', () => projectionsConformance(newWorld));
    describe('log of deliveries', () => syncLogConformance(newWorld));
    describe('people', () => peopleConformance(newWorld));
    describe('matching', () => matchingConformance(newWorld));
    describe('mirror', () => mirrorConformance(newWorld));
    describe('comparing with Twenty', () => reconciliationConformance(newWorld));
    describe('sessions', () => sessionsConformance(newWorld));
    describe('who may do what', () => accessConformance(newWorld));
    describe('teams', () => teamConformance(newWorld));
    describe('alerts', () => alertsConformance(newWorld));
    describe('what is removed after a time', () => retentionConformance(newWorld));
    describe('dial tickets', () => dialTicketsConformance(newWorld));
    describe('transactions', () => transactionsConformance(newWorld));
    describe('isolation of workspaces', () => isolationConformance(newWorld));
    if (more) describe(name, () => more(newWorld));
  });
};
