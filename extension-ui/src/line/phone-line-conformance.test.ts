import { CallId, E164 } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { heldTimers } from '../testing/held-timers.ts';
import type { Timers } from '../timers.ts';
import { createManualLine } from './manual-line.ts';
import type { LineEvent, PhoneLine } from './phone-line.ts';
import { createPracticeLine } from './practice-line.ts';
import { PRACTICE_SCRIPTS } from './practice-scripts.ts';

const LINES: Record<string, (timers: Timers) => PhoneLine> = {
  'practice line': (timers) => createPracticeLine({ timers }),
  'manual line': (timers) => createManualLine({ timers }),
};
const callId = CallId.parse('3b1f8f0e-6f0c-4f4e-9a55-0d2f1a7c1e01');
const answeringNumber = E164.parse('+12025550101');

const openLine = (create: (timers: Timers) => PhoneLine, to = answeringNumber) => {
  const held = heldTimers();
  const line = create(held.timers);
  const heard: LineEvent[] = [];
  const call = line.dial({ callId, to }, (event) => heard.push(event));
  const untilAnswered = () => {
    held.pass(5_000);
    call.markAnswered();
  };
  return { held, line, heard, call, untilAnswered, types: () => heard.map(({ type }) => type) };
};

describe.each(Object.entries(LINES))('%s', (_name, create) => {
  test('says nothing before the call is kept: events come after dial returned', () => {
    const { heard, held, types } = openLine(create);
    expect(heard).toEqual([]);
    held.pass(0);
    expect(types()[0]).toBe('preparing');
  });

  test('prepares, connects and is answered in this order', () => {
    const { untilAnswered, types } = openLine(create);
    untilAnswered();
    const order = ['preparing', 'connecting', 'answered'];
    expect(types().filter((type) => order.includes(type))).toEqual(order);
  });

  test('a call that was answered ends as completed when the rep hangs up', () => {
    const { untilAnswered, call, heard } = openLine(create);
    untilAnswered();
    call.hangUp();
    expect(heard.at(-1)).toEqual({ type: 'ended', status: 'completed' });
  });

  test('hanging up before an answer ends the call at once', () => {
    const { held, call, heard, line } = openLine(create);
    held.pass(200);
    call.hangUp();
    expect(heard.at(-1)).toEqual({ type: 'ended', status: line.hearsFarEnd ? 'canceled' : 'completed' });
  });

  test('a call ends once, and nothing is said after its end', () => {
    const { held, call, types } = openLine(create);
    held.pass(200);
    call.hangUp();
    call.hangUp();
    call.markAnswered();
    call.mute(true);
    call.sendDigits('12#');
    held.pass(60_000);
    expect(types().filter((type) => type === 'ended')).toHaveLength(1);
    expect(types().at(-1)).toBe('ended');
  });

  test('marking an answer twice is one answer', () => {
    const { held, call, types } = openLine(create);
    held.pass(10_000);
    call.markAnswered();
    call.markAnswered();
    expect(types().filter((type) => type === 'answered')).toHaveLength(1);
  });

  test('hanging up before the line said anything still ends the call', () => {
    const { held, call, types } = openLine(create);
    call.hangUp();
    held.pass(60_000);
    expect(types()).toEqual(['ended']);
  });

  test('mute and keypad tones never end a call', () => {
    const { untilAnswered, call, types } = openLine(create);
    untilAnswered();
    call.mute(true);
    call.mute(false);
    call.sendDigits('*#0');
    expect(types()).not.toContain('ended');
  });

  test('a reload either gives the call back or says that it is gone', () => {
    const held = heldTimers();
    const heard: LineEvent[] = [];
    const listen = (event: LineEvent) => heard.push(event);
    const resumed = create(held.timers).resume({ callId, to: answeringNumber, isAnswered: true }, listen);
    held.pass(0);
    if (resumed === null) return expect(heard).toEqual([]);
    expect(heard.at(-1)?.type).toBe('answered');
    resumed.hangUp();
    expect(heard.at(-1)).toEqual({ type: 'ended', status: 'completed' });
  });
});

describe('what the practice line promises for each ending', () => {
  const PROMISED: Record<string, string> = {
    '00': 'ringing ended:no-answer',
    '01': 'ringing answered',
    '02': 'ended:busy',
    '03': 'ringing ended:no-answer',
    '04': 'ringing answered',
    '05': 'ringing answered ended:completed',
    '06': 'ended:failed',
    '07': 'ringing answered reconnecting reconnected',
    '99': 'ringing answered',
  };
  test.each(Object.entries(PROMISED))('…%s', (ending, promised) => {
    const { held, heard } = openLine(
      (timers) => createPracticeLine({ timers }),
      E164.parse(`+120255501${ending}`),
    );
    held.pass(60_000);
    const told = heard.map((event) => (event.type === 'ended' ? `ended:${event.status}` : event.type));
    expect(told.join(' ')).toBe(`preparing connecting ${promised}`);
  });

  test('every ending that the screen lists is promised here', () => {
    expect(PRACTICE_SCRIPTS.every(({ ending }) => ending in PROMISED)).toBe(true);
  });

  test('…00 rings until 20 seconds are over, or until the rep hangs up', () => {
    const { held, types } = openLine((timers) => createPracticeLine({ timers }), E164.parse('+12025550100'));
    held.pass(20_000);
    expect(types().at(-1)).toBe('ringing');
    held.pass(1_000);
    expect(types().at(-1)).toBe('ended');
  });

  test('the ring stops when somebody answers and when the line ends', () => {
    const rings: boolean[] = [];
    const { held, call } = openLine((timers) =>
      createPracticeLine({ timers, ringTone: (isRinging) => rings.push(isRinging) }),
    );
    held.pass(800);
    expect(rings.at(-1)).toBe(true);
    held.pass(2_000);
    expect(rings.at(-1)).toBe(false);
    call.hangUp();
    expect(rings.at(-1)).toBe(false);
  });
});
