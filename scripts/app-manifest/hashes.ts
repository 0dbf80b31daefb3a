import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * SHA-256 over every file of `twenty-app/src` and its package.json: path and content, in path order.
 * Line ends are evened out, so that a checkout on Windows has the same hash.
 */
export const hashOfDefinitions = (appFolder: string): string => {
  const hash = createHash('sha256');
  for (const file of [...filesBelow(join(appFolder, 'src')), join(appFolder, 'package.json')].sort()) {
    const path = relative(appFolder, file).split(sep).join('/');
    hash.update(`${path}\0${readFileSync(file, 'utf8').replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex');
};

/** SHA-256 over the part of the manifest that describes the app; the order of keys counts. */
export const hashOfContent = ({ application, objects, standardObjects, rights, views }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify({ application, objects, standardObjects, rights, views }))
    .digest('hex');

interface Content {
  readonly application: unknown;
  readonly objects: unknown;
  readonly standardObjects: unknown;
  readonly rights: unknown;
  readonly views: unknown;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
