import type { Page } from 'playwright-core';
import { z } from 'zod';

export interface WatchedScripts {
  /** Bytes that came over the network for each script, headers included, by its address. */
  readonly loaded: ReadonlyMap<string, number>;
  /** Scripts of the present page that were asked for until its search could be used. */
  beforeUsable(): Promise<string[]>;
}

/** Watches what a page that is about to be opened fetches. */
export const watchScripts = async (page: Page): Promise<WatchedScripts> => {
  const loaded = new Map<string, number>();
  const addresses = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.endsWith('.js')) addresses.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    // Out of the browser's cache it comes for nothing, after the time that it was sent.
    if (address !== undefined) loaded.set(address, Math.max(loaded.get(address) ?? 0, encodedDataLength));
  });
  await page.addInitScript(NOTE_WHEN_USABLE);
  return {
    loaded,
    beforeUsable: async () => z.array(z.string()).parse(await page.evaluate(SCRIPTS_BEFORE_USABLE)),
  };
};

/** In the page: the field that everything begins with is there and takes what is typed. */
const NOTE_WHEN_USABLE = `
  const look = () => {
    const field = document.querySelector('input[role="combobox"]');
    if (field === null || field.disabled) return;
    performance.mark('usable');
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });`;

const SCRIPTS_BEFORE_USABLE = `(() => {
  const [usable] = performance.getEntriesByName('usable');
  if (usable === undefined) throw new Error('The dialer was never usable.');
  return performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime <= usable.startTime)
    .map(({ name }) => name);
})()`;
