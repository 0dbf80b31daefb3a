import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { openServerStore } from '../testing/store-opened.ts';
import { describeStore } from './conformance.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describeStore('Postgres', async () => openServerStore(await postgres.createDatabase()));
