// Installs the npm packages of one folder, as npm start, npm test and npm run connect do. For the Dockerfile, so that
// these find everything in place.
import { resolve } from 'node:path';
import { ensureInstalled } from './install.mjs';

await ensureInstalled(resolve(process.argv[2] ?? '.'), console.log);
