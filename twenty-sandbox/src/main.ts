import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { readAppManifest } from './model/app-manifest.ts';
import { createSandbox } from './sandbox.ts';
import { serveSandbox } from './serve.ts';
import { readSettings } from './settings.ts';

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const manifest = readAppManifest(settings.manifestFile);
  const sandbox = createSandbox({
    manifest,
    dataDir: settings.dataDir,
    settings: settings.sandbox,
    nowMs: Date.now,
    newId: randomUUID,
    random: Math.random,
    wait,
  });
  const served = await serveSandbox(sandbox, settings);

  console.log(`Twenty sandbox: ${served.url} (a stand-in for Twenty with invented people)`);
  if (manifest === null) console.log(`The app is not applied: ${settings.manifestFile} is not there.`);
  process.send?.({ type: 'ready', url: served.url });

  const stop = () => void served.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
