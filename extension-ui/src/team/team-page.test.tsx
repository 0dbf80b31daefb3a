import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { ROUTES, TeamView } from '@twenty-dialer/contract';
import { exampleTeam } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ADA, as, BEN, inventedSession } from '../testing/invented.ts';
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

const figures = { calls: 0, connected: 0, talkSeconds: 0, xp: 0, unwrapped: 0 };
const twoReps = TeamView.parse({
  ...exampleTeam,
  teams: [
    {
      id: 'north',
      name: 'North',
      reps: [
        {
          member: { id: ADA, name: 'Ada Okoro' },
          today: { ...figures, calls: 2, talkSeconds: 90 },
          week: { ...figures, calls: 31, unwrapped: 4 },
          totalXp: 210,
          rank: 'rookie-3',
        },
        {
          member: { id: BEN, name: 'Ben Adler' },
          today: { calls: 1_040, connected: 9, talkSeconds: 3_187, xp: 12, unwrapped: 1 },
          week: { ...figures, calls: 8 },
          totalXp: 0,
          rank: 'rookie-1',
        },
      ],
    },
  ],
});

const open = (answer: () => Response | TeamView, roles: Parameters<typeof as> = ['manager']) => {
  worker.setSession(inventedSession(as(...roles)));
  worker.server.use(
    http.get(WORKER + ROUTES.team.path, () => {
      const view = answer();
      return view instanceof Response ? view : HttpResponse.json(view);
    }),
  );
  close = openApp('#/team').close;
};
const rowWords = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

test('a manager sees what each rep came to, the busiest first, and all of them together', async () => {
  open(() => twoReps);
  await screen.findByRole('heading', { name: 'North' });
  expect(rowWords()).toEqual([
    'Ben AdlerRookie I · 0 XP1,0409 reached53:07121',
    'Ada OkoroRookie III · 210 XP20 reached1:3000',
    '2 reps1,0429 reached54:37121',
  ]);
});

test('this week is one press away, by keyboard too', async () => {
  open(() => twoReps);
  const week = await screen.findByRole('button', { name: 'This week' });
  await screen.findByRole('table');
  week.focus();
  fireEvent.click(week);
  expect(week.getAttribute('aria-pressed')).toBe('true');
  expect(rowWords()[0]).toContain('Ada Okoro');
  const [ada] = screen.getAllByRole('row').slice(1);
  expect(
    within(ada ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe(`/#/calls?rep=${ADA}&when=week`);
});

test('who manages nobody is told how a team comes about', async () => {
  open(() => ({ ...exampleTeam, teams: [] }));
  expect(await screen.findByText(/You manage no team yet/)).toBeTruthy();
});

test('a team without reps says how one gets in', async () => {
  open(() => ({ ...exampleTeam, teams: [{ id: 'north', name: 'North', reps: [] }] }));
  expect(await screen.findByText(/Nobody is in this team yet/)).toBeTruthy();
});

test('while Twenty is away the figures stay, with since when the team is as it is shown', async () => {
  open(() => ({ ...twoReps, twenty: { state: 'away', message: 'Twenty cannot be reached.' } }));
  expect(await screen.findByText(/Twenty is away. Who is in the team is as it was/)).toBeTruthy();
  expect(screen.getByText('Ada Okoro')).toBeTruthy();
});

test('figures that cannot be read say so, and are read again when asked', async () => {
  let isAway = true;
  open(() => (isAway ? problemAnswer('store-unavailable') : twoReps));
  fireEvent.click(
    await screen.findByRole('button', { name: /try again/i }, { timeout: 5_000 }).then((it) => {
      isAway = false;
      return it;
    }),
  );
  expect(await screen.findByText('Ada Okoro')).toBeTruthy();
});

test('a rep who opens the address is told whom it is for, and nothing is asked', async () => {
  open(() => problemAnswer('not-permitted'), ['rep']);
  expect(await screen.findByRole('heading', { name: /for managers/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Team' })).toBeNull();
});
