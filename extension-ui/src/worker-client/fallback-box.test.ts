import { expect, test } from 'vitest';
import { heldTimers } from '../testing/held-timers.ts';
import { ADA, inventedReport, inventedView } from '../testing/invented.ts';
import { type Box, passingBox } from './box.ts';
import { fallbackBox } from './fallback-box.ts';
import { createReportSender } from './report-sender.ts';
import { createUnsentReports, type UnsentReport } from './unsent-reports.ts';

type Disk = 'fine' | 'full' | 'gone';

/** A computer whose disk opens, and then goes wrong. Full: it reads, and takes nothing. */
const openComputer = () => {
  const computer = { disk: 'fine' as Disk, troubles: 0, received: [] as number[] };
  const drive = passingBox<UnsentReport>();
  const kept: Box<UnsentReport> = {
    change: async (key, decide) => {
      if (computer.disk === 'gone') throw new Error('The connection was terminated.');
      const before = (await drive.list(ADA)).find(({ callId }) => callId === key.callId);
      const after = decide(before);
      if (computer.disk === 'full' && after !== before) throw new Error('The disk is full.');
      await drive.change(key, () => after);
    },
    list: async (member) => {
      if (computer.disk === 'gone') throw new Error('The connection was terminated.');
      return drive.list(member);
    },
  };
  const onTrouble = () => {
    computer.troubles += 1;
  };
  const { timers } = heldTimers();
  const unsent = createUnsentReports({
    box: fallbackBox({ kept, passing: passingBox(), ageOf: ({ report }) => report.revision, onTrouble }),
    now: timers.now,
    announce: () => undefined,
  });
  const sender = createReportSender({
    unsent,
    reportCall: async (report) => {
      computer.received.push(report.revision);
      return { result: 'accepted', call: inventedView(report) };
    },
    signedInMember: () => ADA,
    withLock: (_name, act) => act(),
    timers,
    random: () => 0.5,
    onConfirmed: () => undefined,
    onNoRoom: () => undefined,
    onSessionDoubt: () => undefined,
  });
  const revisions = async () => (await unsent.list(ADA)).map(({ report }) => report.revision);
  return { computer, drive, unsent, sender, revisions };
};
const ended = inventedReport({ revision: 2 });
const wrappedUp = inventedReport({ revision: 3, note: 'Wants an offer' });

test.each<Disk>(['full', 'gone'])('a disk that is %s does not keep a call from being sent', async (disk) => {
  const { computer, unsent, sender, revisions } = openComputer();
  computer.disk = disk;
  await unsent.put(wrappedUp);
  expect(computer.troubles).toBeGreaterThan(0);
  expect(await revisions()).toEqual([3]);
  await sender.wake();
  expect(computer.received).toEqual([3]);
  expect(await revisions()).toEqual([]);
});

test('a newer report that the disk did not take counts more than the older one on it', async () => {
  const { computer, unsent, sender, revisions } = openComputer();
  await unsent.put(ended);
  computer.disk = 'full';
  await unsent.put(wrappedUp);
  expect(await revisions()).toEqual([3]);
  computer.disk = 'fine';
  await sender.wake();
  expect(computer.received).toEqual([3]);
  expect(await revisions()).toEqual([]);
});

test('a report goes to the disk once there is room, and does not come back from memory after it was sent', async () => {
  const { computer, drive, unsent, sender, revisions } = openComputer();
  computer.disk = 'full';
  await unsent.put(ended);
  computer.disk = 'fine';
  await unsent.put(wrappedUp);
  expect((await drive.list(ADA)).map(({ report }) => report.revision)).toEqual([3]);
  await sender.wake();
  expect(await revisions()).toEqual([]);
});
