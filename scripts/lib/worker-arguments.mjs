/**
 * Node's arguments for the worker. By itself Node lets garbage pile up by the size of the machine: after a day's calls the
 * worker held three times what it used. It uses some 40 MB here, so half a gigabyte leaves room for whatever comes.
 *
 * @type {readonly string[]}
 */
export const WORKER_ARGUMENTS = ['--max-semi-space-size=4', '--max-old-space-size=512', '--import', 'tsx'];
