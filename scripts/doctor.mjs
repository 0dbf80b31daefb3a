// `npm run doctor`: examines a running installation. Plain JavaScript, because it runs before npm install.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './lib/install.mjs';

requireNode();
await ensureInstalled(fileURLToPath(new URL('..', import.meta.url)), console.log);
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./doctor/main.ts');
process.exitCode = await main(process.argv.slice(2));
