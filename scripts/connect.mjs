// `npm run connect`: makes a real Twenty ready for the dialer. Plain JavaScript, because it runs before npm install.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './lib/install.mjs';

requireNode();
await ensureInstalled(fileURLToPath(new URL('..', import.meta.url)), console.log);
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./connect/main.ts');
process.exitCode = await main(process.argv.slice(2));
