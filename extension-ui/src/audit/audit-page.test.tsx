import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { AuditEvent, AuditList, ROUTES } from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { as, inventedSession } from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
const [example] = AuditList.parse(EXAMPLES.audit.response?.value).events;
const eventOf = (more: Partial<AuditEvent>): AuditEvent => AuditEvent.parse({ ...example, ...more });
let asked: URLSearchParams[] = [];
let answer: (query: URLSearchParams) => Response;
let close: () => void = () => undefined;

beforeAll(() => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  close();
  worker.reset();
  asked = [];
});
afterAll(() => worker.server.close());

const open = (
  events: AuditEvent[] | ((query: URLSearchParams) => Response),
  { isAdmin = true, address = '#/audit' } = {},
) => {
  answer = typeof events === 'function' ? events : () => HttpResponse.json({ events, nextCursor: null });
  worker.setSession(inventedSession(isAdmin ? as('rep', 'admin') : {}));
  worker.server.use(
    http.get(WORKER + ROUTES.deliveryJobs.path, () => HttpResponse.json({ jobs: [] })),
    http.get(WORKER + ROUTES.audit.path, ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return answer(query);
    }),
  );
  close = openApp(address).close;
};

test('whoever is no admin is told whom the trail is for, and nothing is asked', async () => {
  open([], { isAdmin: false });
  expect(await screen.findByRole('heading', { name: /for admins/ })).toBeTruthy();
  expect(asked).toEqual([]);
});

test('an entry says who did what, when, and what was there before', async () => {
  open([eventOf({}), eventOf({ id: '2', by: null, work: 'matching', recordType: 'call-match' })]);
  const [row, other] = await screen
    .findAllByRole('listitem')
    .then((all) => all.filter((one) => one.matches('.audit__row')));
  expect(row?.textContent).toContain('Call: changed by Ann Example');
  expect(row?.querySelector('del')?.textContent).toBe('interested');
  expect(row?.querySelector('ins')?.textContent).toBe('meeting-booked');
  expect(row?.textContent).toContain('203.0.113.7');
  expect(other?.textContent).toContain('Person of a call: changed by Matching numbers');
});

test('all that happened to one record is one press away, and stands in the address', async () => {
  open([eventOf({})]);
  fireEvent.click(await screen.findByRole('button', { name: 'All of this record' }));
  await vi.waitFor(() => expect(asked.at(-1)?.get('record')).toBe(example?.recordId));
  expect(location.hash).toContain('record=');
  fireEvent.click(await screen.findByRole('button', { name: 'One record: show all' }));
  await vi.waitFor(() => expect(location.hash).not.toContain('record='));
});

test('the file holds what the filters show', async () => {
  open([eventOf({})], { address: '#/audit?type=call&action=changed' });
  const link = await screen.findByRole('link', { name: 'CSV' });
  const address = new URL(link.getAttribute('href') ?? '', 'http://dialer.test');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    type: 'call',
    action: 'changed',
    format: 'csv',
  });
});

test('older entries come page by page, and a page that fails is asked for again without losing the others', async () => {
  let isAway = true;
  open((query) => {
    if (query.get('cursor') === null) return HttpResponse.json({ events: [eventOf({})], nextCursor: '9' });
    return isAway
      ? problemAnswer('store-unavailable')
      : HttpResponse.json({ events: [eventOf({ id: '8', detail: 'An older one' })], nextCursor: null });
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  const trouble = within(await screen.findByRole('alert'));
  isAway = false;
  fireEvent.click(trouble.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('An older one')).toBeTruthy();
  expect(screen.getAllByText('Call: changed')).toHaveLength(2);
});

test('an empty trail and one that the filters leave empty say which they are', async () => {
  open([]);
  expect(await screen.findByText(/Nothing has been changed yet/)).toBeTruthy();
  cleanup();
  close();
  open([], { address: '#/audit?action=deleted' });
  fireEvent.click(await screen.findByRole('button', { name: 'Clear all filters' }));
  expect(await screen.findByText(/Nothing has been changed yet/)).toBeTruthy();
});
