import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type RunningProduct, startProduct, temporaryFolder } from './product.ts';

export interface Ready {
  readonly product: RunningProduct;
  readonly browser: Browser;
}

/** The product on ports of its own and a browser, for all tests of one file; nothing of them is left afterwards. */
export const withProduct = (
  ports: Parameters<typeof startProduct>[0]['ports'],
  onReady: (ready: Ready) => void,
): void => {
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const folder = await temporaryFolder();
    ends.unshift(folder.remove);
    const product = await startProduct({ folder: folder.path, ports });
    ends.unshift(product.stop);
    const browser = await launchBrowser();
    ends.unshift(() => browser.close());
    onReady({ product, browser });
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
};
