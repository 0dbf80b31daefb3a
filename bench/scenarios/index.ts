import type { Scenario } from '../scenario.ts';
import { delivery } from './delivery.ts';
import { floor } from './floor.ts';
import { history } from './history.ts';
import { intake } from './intake.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { mirror } from './mirror.ts';
import { outage } from './outage.ts';
import { ui } from './ui.ts';

/** In the order in which they are run. */
export const SCENARIOS: readonly Scenario[] = [
  intake,
  delivery,
  latency,
  history,
  memory,
  mirror,
  outage,
  floor,
  ui,
];
