import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPrepared } from './prepared.ts';

let pglite: PGlite;
beforeAll(async () => {
  pglite = await PGlite.create();
});
beforeEach(() => pglite.exec('deallocate all'));
afterAll(() => pglite.close());

describe('a statement that is planned once answers as one that is planned each time', () => {
  test('with texts, numbers, nulls, lists and JSON', async () => {
    const sql = `select $1::text as text, $2::integer + 1 as number, $3::uuid as nothing, $4::text[] as list,
      $5::text::jsonb as json, $6::timestamptz as at`;
    const parameters = ['a', 41, null, ['b', 'c"d'], '{"e":[1]}', '2026-11-21T09:00:00.000Z'] as const;
    const { rows } = await pglite.query(sql, [...parameters]);
    const prepared = createPrepared(pglite);
    for (const _time of [1, 2, 3, 4, 5, 6, 7]) expect(await prepared.query(sql, parameters)).toEqual(rows);
  });

  test('a refused statement is told as what it is, and the next one works', async () => {
    const prepared = createPrepared(pglite);
    await expect(prepared.query('select * from nowhere', [])).rejects.toMatchObject({ code: '42P01' });
    await expect(prepared.query('select $1::integer', ['x'])).rejects.toMatchObject({ code: '22P02' });
    expect(await prepared.query('select $1::integer as n', [7])).toEqual([{ n: 7 }]);
  });

  test('a statement that was planned before a column was added sees the column', async () => {
    const prepared = createPrepared(pglite);
    await pglite.exec('create table grown (a integer); insert into grown values (1)');
    const sql = 'select count(*)::integer as rows from grown where a = $1';
    expect(await prepared.query(sql, [1])).toEqual([{ rows: 1 }]);
    await pglite.exec('alter table grown add column b integer; insert into grown values (1, 2)');
    expect(await prepared.query(sql, [1])).toEqual([{ rows: 2 }]);
  });
});

test('statements put together from filters do not fill the memory, nor drive out what is used', async () => {
  const prepared = createPrepared(pglite, 2);
  for (const number of [1, 2, 3, 4]) {
    expect(await prepared.query('select 0 as n', [])).toEqual([{ n: 0 }]);
    expect(await prepared.query(`select ${number} as n`, [])).toEqual([{ n: number }]);
  }
  const held = `select statement from pg_prepared_statements where name <> '' order by statement`;
  expect((await pglite.query(held)).rows).toEqual([
    { statement: 'select 0 as n' },
    { statement: 'select 4 as n' },
  ]);
});
