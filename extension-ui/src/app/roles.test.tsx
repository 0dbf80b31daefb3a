import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { ChooseRole, ROUTES, type SessionView } from '@twenty-dialer/contract';
import { exampleTeam } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { as, inventedSession } from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(() => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  close();
  worker.reset();
});
afterAll(() => worker.server.close());
let close: () => void = () => undefined;

const open = (session: Partial<SessionView>, hash = '#/') => {
  const shown = inventedSession(session);
  worker.setSession(shown);
  worker.server.use(
    http.get(WORKER + ROUTES.team.path, () => HttpResponse.json(exampleTeam)),
    http.get(WORKER + ROUTES.deliveryJobs.path, () => HttpResponse.json({ jobs: [] })),
    http.get(WORKER + ROUTES.deliveryOverview.path, () => problemAnswer('store-unavailable')),
    http.get(WORKER + ROUTES.listDeliveries.path, () => problemAnswer('store-unavailable')),
    http.post(WORKER + ROUTES.chooseRole.path, async ({ request }) => {
      const { role } = ChooseRole.parse(await request.json());
      worker.setSession({ ...shown, activeRole: role });
      return HttpResponse.json({ activeRole: role });
    }),
  );
  close = openApp(hash).close;
};
const LABELS = ['Dial', 'Calls', 'Team', 'Deliveries', 'Me'];
const tabs = async (): Promise<string[]> => {
  const pages = await screen.findByRole('navigation', { name: 'Pages' });
  return within(pages)
    .getAllByRole('link')
    .map(({ textContent }) => textContent ?? '')
    .filter((words) => LABELS.includes(words));
};

describe('what is offered', () => {
  test.each<[string, Partial<SessionView>, string[]]>([
    ['a rep', as('rep'), ['Dial', 'Calls', 'Me']],
    ['a manager who calls', as('rep', 'manager'), ['Dial', 'Calls', 'Team', 'Me']],
    ['an admin', as('rep', 'admin'), ['Dial', 'Calls', 'Deliveries', 'Me']],
    [
      'who works as one of several',
      { ...as('rep', 'manager', 'admin'), activeRole: 'rep' },
      ['Dial', 'Calls', 'Me'],
    ],
    [
      'a rep who was let in elsewhere',
      { ...as('rep'), granted: ['see-deliveries'], permissions: ['make-calls', 'see-deliveries'] },
      ['Dial', 'Calls', 'Deliveries', 'Me'],
    ],
  ])('%s is shown what is theirs', async (_who, session, expected) => {
    open(session, '#/calls');
    expect(await tabs()).toEqual(expected);
  });

  test('who leads and does not call begins with the team', async () => {
    open(as('manager'));
    expect(await screen.findByRole('heading', { name: 'Team' })).toBeTruthy();
    expect(await tabs()).toEqual(['Calls', 'Team', 'Me']);
  });

  test('who is nothing here is told why, and by whom it can be changed', async () => {
    open(as());
    expect(await screen.findByRole('heading', { name: /no part in the dialer/ })).toBeTruthy();
  });
});

describe('who is several things', () => {
  test('switches between them without signing in again', async () => {
    open(as('rep', 'admin'), '#/me');
    const group = await screen.findByRole('group', { name: 'Working as' });
    expect(within(group).getAllByRole('radio')).toHaveLength(3);
    fireEvent.click(within(group).getByRole('radio', { name: 'Rep' }));
    await expect.poll(tabs).toEqual(['Dial', 'Calls', 'Me']);
    fireEvent.click(within(group).getByRole('radio', { name: 'All of it' }));
    await expect.poll(tabs).toEqual(['Dial', 'Calls', 'Deliveries', 'Me']);
  });

  test('is told when the choice was not kept', async () => {
    open(as('rep', 'admin'), '#/me');
    worker.server.use(http.post(WORKER + ROUTES.chooseRole.path, () => problemAnswer('store-unavailable')));
    fireEvent.click(await screen.findByRole('radio', { name: 'Admin' }));
    await screen.findByText(/What happened\. What to do\./);
    expect(await tabs()).toContain('Dial');
  });

  test('still opens a page by its address that is not offered at the moment', async () => {
    open({ ...as('rep', 'manager'), activeRole: 'rep' }, '#/team');
    expect(await screen.findByRole('heading', { name: 'North' })).toBeTruthy();
  });

  test('nobody is asked who is only one thing', async () => {
    open(as('rep'), '#/me');
    await screen.findByRole('button', { name: /sign out/i });
    expect(screen.queryByRole('group', { name: 'Working as' })).toBeNull();
  });
});
