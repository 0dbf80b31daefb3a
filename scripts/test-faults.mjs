// `npm run test:faults`: the fault suite at its full size, about two hours. What follows goes to Vitest:
// `npm run test:faults -- -t 'killed with -9'` runs one scenario. FAULT_CALLS and FAULT_KILLS make it smaller.
import { fileURLToPath } from 'node:url';
import { run } from './lib/processes.mjs';

const { FAULT_CALLS = '10000', FAULT_KILLS = '50' } = process.env;
const { code } = await run(
  'npx',
  ['--no-install', 'vitest', 'run', '--project', 'faults', ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, FAULT_CALLS, FAULT_KILLS },
  },
);
process.exit(code);
