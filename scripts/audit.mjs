// Asks the registry for known weaknesses in what the product ships. Exit code 1: something serious; 3: it could not be asked.
import { fileURLToPath } from 'node:url';
import { auditVerdict } from './lib/audit-verdict.mjs';
import { run } from './lib/processes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const CODES = { fine: 0, found: 1, unknown: 3 };

const ASK = ['audit', '--omit=dev', '--json', '--fetch-timeout=10000', '--fetch-retries=0'];
const { output } = await run('npm', ASK, { cwd: root, isQuiet: true });
const { kind, words } = auditVerdict(output);
if (words !== '') console.log(words);
process.exit(CODES[kind]);
