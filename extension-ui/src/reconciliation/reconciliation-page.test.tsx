import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import {
  type Difference,
  DifferenceList,
  type Reconciliation,
  ReconciliationPage,
  RepairRequest,
  ROUTES,
} from '@twenty-dialer/contract';
import { EXAMPLES, exampleReconciliation } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { as, inventedSession } from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
const at = (path: string) => WORKER + path;
let runs: Reconciliation[] = [];
let differences: Difference[] = [];
let isRefused = false;
const repairs: RepairRequest[] = [];
const starts: unknown[] = [];
const page = ReconciliationPage.parse(EXAMPLES.reconciliation.response?.value);
const [missing] = DifferenceList.parse(EXAMPLES.differences.response?.value).differences;

beforeAll(() => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  close();
  worker.reset();
  repairs.length = 0;
  starts.length = 0;
  isRefused = false;
});
afterAll(() => worker.server.close());
let close: () => void = () => undefined;

const open = (found: { runs?: Reconciliation[]; differences?: Difference[]; isAdmin?: boolean } = {}) => {
  runs = found.runs ?? [exampleReconciliation];
  differences = found.differences ?? [];
  worker.setSession(inventedSession(found.isAdmin === false ? {} : as('rep', 'admin')));
  worker.server.use(
    http.get(at(ROUTES.reconciliations.path), () =>
      isRefused ? problemAnswer('store-unavailable') : HttpResponse.json({ reconciliations: runs }),
    ),
    http.get(at(ROUTES.differences.path), () => HttpResponse.json({ differences, nextCursor: null })),
    http.get(at(ROUTES.reconciliation.path), () =>
      HttpResponse.json({ ...page, reconciliation: runs[0] ?? page.reconciliation }),
    ),
    http.post(at(ROUTES.startReconciliation.path), async ({ request }) => {
      starts.push(await request.json());
      const begun: Reconciliation = { ...exampleReconciliation, state: 'running', endedAt: null };
      runs = [begun, ...runs];
      return HttpResponse.json(begun, { status: 202 });
    }),
    http.post(at(ROUTES.repairDifferences.path), async ({ request }) => {
      repairs.push(RepairRequest.parse(await request.json()));
      const [first = exampleReconciliation] = runs;
      runs = [{ ...first, state: 'repairing', open: [] }];
      return HttpResponse.json({ count: 1, reconciliation: runs[0] }, { status: 202 });
    }),
    http.post(at(ROUTES.cancelReconciliation.path), () => {
      runs = [{ ...exampleReconciliation, state: 'cancelled' }];
      return HttpResponse.json(runs[0]);
    }),
  );
  close = openApp('#/reconciliation').close;
};

test('whoever is no admin is told whom the page is for, and nothing is asked', async () => {
  open({ isAdmin: false });
  expect(await screen.findByRole('heading', { name: /for admins/ })).toBeTruthy();
});

test('a workspace that was never compared says what comparing is, and offers it', async () => {
  open({ runs: [] });
  expect(await screen.findByText(/Nothing has been compared yet/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Calls of the last'), { target: { value: '7' } });
  fireEvent.click(screen.getByRole('button', { name: 'Compare now' }));
  expect(await screen.findByText(/Looking for|once more/)).toBeTruthy();
  expect(starts).toEqual([{ days: 7 }]);
});

test('when both sides are the same it says so, with how much was compared', async () => {
  open({ runs: [{ ...exampleReconciliation, open: [{ cause: 'waiting', count: 2 }] }] });
  const state = within(await screen.findByRole('region', { name: 'What it came to' }));
  expect(state.getByText('All equal.')).toBeTruthy();
  expect(state.getByText(/812 calls compared/)).toBeTruthy();
  expect(state.getByText(/2 on the way/)).toBeTruthy();
});

test('one that runs shows how far it has come, and can be cancelled', async () => {
  const running: Reconciliation = {
    ...exampleReconciliation,
    state: 'running',
    endedAt: null,
    progress: { phase: 'here', done: 300, total: 812 },
    fault: 'Twenty cannot be reached.',
  };
  open({ runs: [running] });
  expect(await screen.findByText('300 of 812 calls')).toBeTruthy();
  expect(screen.getByText(/Twenty cannot be reached/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Compare now' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Cancelled.')).toBeTruthy();
});

test('a day that differs stands out, on both sides', async () => {
  open();
  const cell = await screen.findByText(/41 \/ 40/);
  expect(cell.textContent).toContain('not the same');
  expect(cell.closest('tr')?.className).toContain('rec__odd');
});

test('a difference says its cause, leads to its delivery, and is repaired at one press', async () => {
  open({ differences: missing === undefined ? [] : [missing] });
  const press = await screen.findByRole('button', { name: /^Repair: Call to Grace Example/ });
  expect(screen.getByText(/Twenty has it no more/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show the delivery' }).getAttribute('href')).toContain(
    '#/deliveries/phoneCall',
  );
  fireEvent.click(press);
  expect(await screen.findByText('Being repaired.')).toBeTruthy();
  expect(repairs).toEqual([{ remedy: 'write-again', which: { ids: ['1'] } }]);
});

test('all of one cause are repaired, or accepted, at one press', async () => {
  open({ differences: missing === undefined ? [] : [missing] });
  fireEvent.click(await screen.findByRole('button', { name: 'Accept all: Missing in Twenty' }));
  expect(await screen.findByText('Being repaired.')).toBeTruthy();
  expect(repairs).toEqual([{ remedy: 'accept', which: { causes: ['missing'] } }]);
});

test('what was deleted in Twenty is offered to be accepted, never to be written again', async () => {
  const deleted: Difference[] =
    missing === undefined ? [] : [{ ...missing, cause: 'deleted', remedies: ['accept'] }];
  open({
    runs: [{ ...exampleReconciliation, open: [{ cause: 'deleted', count: 1 }] }],
    differences: deleted,
  });
  expect(await screen.findByRole('button', { name: /^Accept Twenty's: Call to Grace/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Repair/ })).toBeNull();
});

test('a dialer that cannot be reached says so, and can be asked again', async () => {
  isRefused = true;
  open();
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  isRefused = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/One difference/)).toBeTruthy();
});

test('the log is offered as a file of the chosen days, the last one included', async () => {
  open();
  fireEvent.change(await screen.findByLabelText('From'), { target: { value: '2026-11-01' } });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-11-02' } });
  const address = new URL(screen.getByRole('link', { name: 'CSV' }).getAttribute('href') ?? '', WORKER);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    format: 'csv',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-03T00:00:00.000Z',
  });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-10-02' } });
  expect(screen.queryByRole('link', { name: 'CSV' })).toBeNull();
});
