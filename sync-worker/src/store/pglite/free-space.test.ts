import { expect, test } from 'vitest';
import { createFreeSpace } from './free-space.ts';

const MB = 1024 * 1024;

const trial = (freeMb: number, reserveMb = 200) => {
  const disk = { freeMb, looks: 0, isBroken: false };
  const clock = { nowMs: 0 };
  const lines: { level: string; room?: unknown }[] = [];
  const note = (level: string) => (line: object) => void lines.push({ level, ...line });
  const room = createFreeSpace({
    folder: '/data',
    reserveMb,
    statfs: async () => {
      disk.looks += 1;
      if (disk.isBroken) throw new Error('ENOSYS');
      return { bavail: disk.freeMb * 256, bsize: MB / 256 };
    },
    nowMs: () => clock.nowMs,
    log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
  });
  return { disk, clock, lines, room };
};

test.each([
  [400, 'enough'],
  [399, 'low'],
  [200, 'low'],
  [199, 'none'],
  [0, 'none'],
])('with %d MB free and a reserve of 200 there is room: %s', async (freeMb, expected) => {
  expect(await trial(freeMb).room()).toBe(expected);
});

test('however many reports come in, the disk is looked at every two seconds at most', async () => {
  const { disk, clock, room } = trial(500);
  await Promise.all([room(), room(), room()]);
  clock.nowMs = 1_999;
  await room();
  expect(disk.looks).toBe(1);
  clock.nowMs = 2_000;
  await Promise.all([room(), room()]);
  expect(disk.looks).toBe(2);
});

test('a clock that was put back keeps nobody from seeing that there is room again', async () => {
  const { disk, clock, room } = trial(100);
  clock.nowMs = 3_600_000;
  expect(await room()).toBe('none');
  disk.freeMb = 500;
  clock.nowMs = 0;
  expect(await room()).toBe('enough');
});

test('an admin reads it in the log before the disk is full, once, and when it is over', async () => {
  const { disk, clock, lines, room } = trial(500);
  for (const freeMb of [500, 300, 290, 100, 90, 500]) {
    disk.freeMb = freeMb;
    await room();
    clock.nowMs += 2_000;
  }
  expect(lines.map(({ level, room: said }) => `${level} ${said}`)).toEqual([
    'warn low',
    'error none',
    'info enough',
  ]);
});

test('a disk that cannot be asked keeps no call out', async () => {
  const { disk, lines, room } = trial(0);
  disk.isBroken = true;
  expect(await room()).toBe('enough');
  expect(lines).toMatchObject([{ level: 'warn' }]);
});

test('a reserve of nothing asks nothing', async () => {
  const { disk, room } = trial(0, 0);
  expect(await room()).toBe('enough');
  expect(disk.looks).toBe(0);
});
