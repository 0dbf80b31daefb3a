import { expect, test } from 'vitest';
import { createSerial } from './serial.ts';

/** Pieces that note when they begin, the first of which holds the others up until it is let go. */
const busy = (nowMs?: () => number) => {
  const serial = createSerial(nowMs);
  const began: string[] = [];
  const piece = (name: string) => async () => {
    began.push(name);
  };
  let letGo = () => {};
  const first = serial.run(
    () =>
      new Promise<void>((resolve) => {
        letGo = resolve;
      }),
  );
  return { serial, began, piece, letGo: () => letGo(), first };
};

test('a report does not wait for the deliveries and counts that were asked for before it', async () => {
  const { serial, began, piece, letGo } = busy();
  const all = [
    serial.run(piece('settle'), { isBackground: true }),
    serial.run(piece('count'), { isBackground: true }),
    serial.run(piece('report')),
    serial.run(piece('history')),
  ];
  letGo();
  await Promise.all(all);
  expect(began).toEqual(['report', 'history', 'settle', 'count']);
});

test('delivery goes on however many reports come', async () => {
  let now = 0;
  const { serial, began, piece, letGo } = busy(() => now);
  const all = [
    serial.run(piece('settle'), { isBackground: true }),
    serial.run(piece('count'), { isBackground: true }),
    serial.run(piece('report')),
  ];
  now = 300;
  letGo();
  await Promise.all(all);
  expect(began).toEqual(['settle', 'count', 'report']);
});

test('what takes long in the background gives way for as long afterwards, however much more of it is overdue', async () => {
  let now = 0;
  const { serial, began, piece, letGo } = busy(() => now);
  const taking = (name: string, ms: number) => async () => {
    began.push(name);
    now += ms;
  };
  const all = [
    serial.run(taking('vacuum', 500), { isBackground: true }),
    serial.run(taking('count', 200), { isBackground: true }),
    serial.run(taking('report', 300)),
    serial.run(taking('another report', 300)),
    serial.run(piece('history')),
  ];
  now = 300;
  letGo();
  await Promise.all(all);
  expect(began).toEqual(['vacuum', 'report', 'another report', 'count', 'history']);
});

test('one piece runs at a time, and one that fails holds nobody up', async () => {
  const serial = createSerial();
  let running = 0;
  let most = 0;
  const piece = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  const failing = serial.run(async () => {
    await piece();
    throw new Error('refused');
  });
  const others = [serial.run(piece), serial.run(piece, { isBackground: true }), serial.run(piece)];
  expect(serial.length).toBe(4);
  await expect(failing).rejects.toThrow('refused');
  await Promise.all(others);
  expect(most).toBe(1);
  expect(serial.length).toBe(0);
});
