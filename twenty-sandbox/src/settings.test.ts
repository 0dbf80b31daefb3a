import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('nothing has to be set', () => {
  expect(readSettings({})).toMatchObject({
    port: 4410,
    host: '127.0.0.1',
    sandbox: { isBudgetOn: true, clockSpeed: 1, seed: 7 },
  });
});

test('an empty workspace has no seed', () => {
  expect(readSettings({ SANDBOX_EMPTY: 'true' }).sandbox.seed).toBeNull();
});

test('every malformed setting is named at once', () => {
  const read = () => readSettings({ SANDBOX_PORT: 'many', SANDBOX_BUDGET: 'perhaps' });
  expect(read).toThrowError(/SANDBOX_PORT[\s\S]*SANDBOX_BUDGET/);
});
