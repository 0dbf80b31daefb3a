import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppManifest } from './app-manifest/app-manifest.ts';
import { BuildOutput } from './app-manifest/build-output.ts';
import { fromBuildOutput } from './app-manifest/from-build-output.ts';
import { hashOfContent, hashOfDefinitions } from './app-manifest/hashes.ts';
import { repeatedIdentifiers } from './app-manifest/repeated-identifiers.ts';
import { withoutSettings } from './lib/processes.mjs';

/**
 * Makes or checks `graphql/app-manifest.json`, the committed description of our Twenty app.
 *
 *   (no flag)          builds the app with its SDK and writes the manifest
 *   --check            proves that the definitions are those that the manifest was made from, and that nobody
 *                      edited it by hand. Needs no SDK and no network. Does not prove that they build.
 *   --check --build    builds with the SDK and proves that the result is the committed manifest, byte for byte.
 */
const ROOT = join(import.meta.dirname, '..');
const APP_FOLDER = join(ROOT, 'twenty-app');
const MANIFEST_FILE = join(ROOT, 'graphql', 'app-manifest.json');
const MAKE = 'npm ci --prefix twenty-app && node --import tsx scripts/app-manifest.ts';

const main = (flags: readonly string[]): string => {
  const isCheck = flags.includes('--check');
  if (isCheck) checkHashes();
  if (isCheck && !flags.includes('--build'))
    return 'The app manifest fits the definitions (compared by hash).';
  const built = `${JSON.stringify(build(), null, 2)}\n`;
  if (!isCheck) {
    writeFileSync(MANIFEST_FILE, built);
    return 'Wrote graphql/app-manifest.json.';
  }
  if (built !== readFileSync(MANIFEST_FILE, 'utf8')) {
    throw new Error(`graphql/app-manifest.json is not what the SDK builds. Make it anew: ${MAKE}`);
  }
  return 'The app manifest is what the SDK builds from the definitions.';
};

const checkHashes = (): void => {
  const manifest = AppManifest.parse(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')));
  if (manifest.sourceHash !== hashOfDefinitions(APP_FOLDER)) {
    throw new Error(
      `twenty-app/ changed after graphql/app-manifest.json was made from it. Make it anew: ${MAKE}`,
    );
  }
  if (manifest.contentHash !== hashOfContent(manifest)) {
    throw new Error(
      `graphql/app-manifest.json was edited by hand. Change twenty-app/src and make it anew: ${MAKE}`,
    );
  }
};

const build = (): AppManifest => {
  const cli = join(APP_FOLDER, 'node_modules', 'twenty-sdk', 'dist', 'cli.cjs');
  if (!existsSync(cli)) throw new Error(`The SDK is not installed. Install and make the manifest: ${MAKE}`);
  const home = mkdtempSync(join(tmpdir(), 'twenty-sdk-home-'));
  try {
    // A home of its own: the SDK writes to ~/.twenty, which is the user's.
    // npm says where it was called from, and the SDK believes it: without this it would look for the app there.
    // Without the developer's own settings, which name where the dialer is.
    const env = { ...withoutSettings(process.env), INIT_CWD: APP_FOLDER, HOME: home, USERPROFILE: home };
    const run = spawnSync(process.execPath, [cli, 'dev:build'], { cwd: APP_FOLDER, env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`The SDK could not build the app:\n${run.stdout}\n${run.stderr}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const output: unknown = JSON.parse(
    readFileSync(join(APP_FOLDER, '.twenty', 'output', 'manifest.json'), 'utf8'),
  );
  const repeated = repeatedIdentifiers(output);
  if (repeated.length > 0) throw new Error(`Used by two definitions of the app: ${repeated.join(', ')}`);
  return fromBuildOutput(BuildOutput.parse(output), {
    sdkVersion: PackageJson.parse(JSON.parse(readFileSync(join(APP_FOLDER, 'package.json'), 'utf8')))
      .devDependencies['twenty-sdk'],
    sourceHash: hashOfDefinitions(APP_FOLDER),
  });
};

const PackageJson = z.object({ devDependencies: z.object({ 'twenty-sdk': z.string() }) });

try {
  console.log(main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
