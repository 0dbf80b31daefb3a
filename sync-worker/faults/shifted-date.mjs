// Loaded before anything else into a worker's process and its threads: the clock on the wall stands where a file says that
// it stands, so a test can have it jump. What only goes forward (performance.now, timers) is left alone, as a jump leaves it.
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 50;
const file = process.env.FAULT_CLOCK_FILE ?? '';
const RealDate = Date;
const realNow = RealDate.now;
let shiftMs = 0;
const look = () => {
  try {
    shiftMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // Not written yet.
  }
};
const now = () => realNow() + shiftMs;

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
look();
setInterval(look, LOOK_EVERY_MS).unref();
