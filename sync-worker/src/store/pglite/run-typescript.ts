import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Options for a child process that runs a TypeScript file of ours. Named by its full address, because a process
 * started from another working folder would not find `tsx` by its name.
 */
export const TYPESCRIPT_ARGUMENTS = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
];
