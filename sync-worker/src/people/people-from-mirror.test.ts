import { randomUUID } from 'node:crypto';
import { PeopleList, type PersonSummary } from '@twenty-dialer/contract';
import { examplePerson } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createMirrorTrial } from '../testing/mirror-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyPeople } from '../twenty/port.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A worker whose Twenty shows one other person to those who ask it themselves. */
const world = async () => {
  const trial = createMirrorTrial(store);
  const asked: string[] = [];
  let answer: () => boolean = () => true;
  const people: TwentyPeople = {
    search: async () => {
      asked.push('search');
      return [{ ...examplePerson, name: 'Out of Twenty' }];
    },
    get: async () => {
      asked.push('get');
      return { ...examplePerson, name: 'Out of Twenty' };
    },
    mayRead: async () => {
      asked.push('mayRead');
      return answer();
    },
    create: async () => examplePerson,
  };
  const worker = await createTestWorker(store, { workspaceId: trial.workspaceId, people });
  const ada = { id: randomUUID(), name: 'Ada', number: '+12025550101' };
  await trial.make(ada);
  const search = async (rep: Rep, typed = 'ada') => {
    const response = await worker.ask(`/api/people?search=${typed}`, { as: rep });
    const found: PersonSummary[] = PeopleList.parse(await response.json()).people;
    return found.map(({ name }) => name);
  };
  return {
    trial,
    worker,
    ada,
    asked,
    search,
    fill: () => trial.settle(trial.worker()),
    setAnswer: (next: () => boolean) => {
      answer = next;
    },
  };
};

test('before the mirror is filled a search asks Twenty, with it nobody waits for Twenty', async () => {
  const { worker, search, fill, asked, ada } = await world();
  const rep = await worker.signIn();
  expect(await search(rep)).toEqual(['Out of Twenty']);
  await fill();
  expect(await search(rep)).toEqual(['Ada Example']);
  expect(await search(rep, '555%200101')).toEqual(['Ada Example']);
  expect(await search(rep, 'nobody')).toEqual([]);
  const person = await worker.ask(`/api/people/${ada.id}`, { as: rep });
  expect(await person.json()).toMatchObject({ name: 'Ada Example', phones: ['+12025550101'] });
  expect(asked).toEqual(['search', 'mayRead']);
});

test('whoever is newer than the mirror is read from Twenty by their link', async () => {
  const { worker, fill } = await world();
  await fill();
  const rep = await worker.signIn();
  const person = await worker.ask(`/api/people/${examplePerson.id}`, { as: rep });
  expect(await person.json()).toMatchObject({ name: 'Out of Twenty' });
});

test('somebody whose role may not read people sees no more than Twenty itself shows them', async () => {
  const { worker, search, fill, setAnswer, asked } = await world();
  await fill();
  setAnswer(() => false);
  const rep = await worker.signIn();
  expect(await search(rep)).toEqual(['Out of Twenty']);
  expect(asked).toEqual(['mayRead', 'search']);
});

test('while Twenty is away the answer that it gave for this session holds', async () => {
  const { worker, search, fill, setAnswer, asked, trial } = await world();
  await fill();
  const [known, unknown] = [await worker.signIn(), await worker.signIn()];
  expect(await search(known)).toEqual(['Ada Example']);
  setAnswer(() => {
    throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
  });
  expect(await search(known)).toEqual(['Ada Example']);
  expect(asked).toEqual(['mayRead']);
  const response = await worker.ask('/api/people?search=ada', { as: unknown });
  expect(response.status).toBe(503);
  expect(await trial.tx(async (t) => (await t.sessions.find(unknown.idHash))?.mayReadPeople)).toBeNull();
});
