import type { ServerEvent } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { heldTimers } from '../testing/held-timers.ts';
import { inventedReport, inventedView } from '../testing/invented.ts';
import { listenToEvents } from './live-events.ts';

class HeldStream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
  }
  close() {
    this.readyState = 2;
  }
  tell(name: string, data: string, lastEventId = '') {
    this.dispatchEvent(new MessageEvent(name, { data, lastEventId }));
  }
}

const listen = () => {
  const held = heldTimers();
  const streams: HeldStream[] = [];
  const heard: ServerEvent[] = [];
  const gaps = { count: 0 };
  const stop = listenToEvents({
    open: (address) => {
      const stream = new HeldStream(address);
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    timers: held.timers,
    random: () => 0.5,
    onEvent: (event) => heard.push(event),
    onGap: () => {
      gaps.count += 1;
    },
  });
  const newest = () => {
    const stream = streams.at(-1);
    if (stream === undefined) throw new Error('No stream is open.');
    return stream;
  };
  return { held, streams, newest, heard, gaps, stop };
};
const callEvent = JSON.stringify({
  type: 'call',
  call: inventedView(inventedReport(), { state: 'in-twenty' }, 7),
});

test('a call that changes is heard, whether or not the event is named', () => {
  const { newest, heard } = listen();
  newest().tell('call', callEvent, '7');
  newest().tell('message', callEvent, '7');
  expect(heard).toHaveLength(2);
});

test('where the browser gives up, a new stream goes on from the last event heard', () => {
  const { newest, streams, held } = listen();
  newest().tell('call', callEvent, '7');
  newest().readyState = 2;
  newest().dispatchEvent(new Event('error'));
  held.pass(2_000);
  expect(streams).toHaveLength(2);
  expect(newest().address).toContain('lastEventId=7');
});

test('what may have been missed is read anew once the stream is back', () => {
  const { newest, gaps } = listen();
  newest().dispatchEvent(new Event('error'));
  newest().dispatchEvent(new Event('open'));
  expect(gaps.count).toBe(2);
});

test('what changed before the first stream was open is read anew, once', () => {
  const { newest, gaps } = listen();
  expect(gaps.count).toBe(0);
  newest().dispatchEvent(new Event('open'));
  newest().tell('call', callEvent, '7');
  expect(gaps.count).toBe(1);
});

test('words of another version are not guessed at: the list is read anew', () => {
  const { newest, heard, gaps } = listen();
  newest().tell('call', '{"type":"call","call":{"report":7}}');
  newest().tell('call', 'nonsense');
  expect(heard).toEqual([]);
  expect(gaps.count).toBe(2);
});

test('a window that is left opens no further stream', () => {
  const { newest, streams, held, stop } = listen();
  newest().readyState = 2;
  newest().dispatchEvent(new Event('error'));
  stop();
  held.pass(120_000);
  expect(streams).toHaveLength(1);
});
