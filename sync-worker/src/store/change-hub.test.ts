import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createChangeHub } from './change-hub.ts';
import type { StoreChange } from './port.ts';

test('in a rolling restart, what a newer worker tells of is no end for the older ones', () => {
  const heard: StoreChange[] = [];
  const hub = createChangeHub(pino({ level: 'silent' }), async () => []);
  hub.subscribe((change) => heard.push(change));
  const change = { workspaceId: '7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d', memberId: null };
  hub.onNotification(JSON.stringify({ ...change, topic: 'something-new' }));
  hub.onNotification(JSON.stringify({ ...change, topic: 'outbox' }));
  expect(heard).toEqual([{ ...change, topic: 'outbox' }]);
});
