import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const OUTPUT = fileURLToPath(new URL('../output', import.meta.url));

/** A headless Chromium of the system's. @throws Error that says what to install. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    // A container's root user has no sandbox to give; the rest keeps Chromium from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const chromiumPath = (): string => {
  const path = [process.env.CHROMIUM_PATH ?? '', ...CANDIDATES].find(
    (candidate) => candidate !== '' && existsSync(candidate),
  );
  if (path === undefined)
    throw new Error('No Chromium found: install it, or set CHROMIUM_PATH to its program.');
  return path;
};

/** The usual size beside Twenty. */
export const newRep = (
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> => browser.newContext({ viewport: { width: 420, height: 860 }, ...options });

/** Keeps a picture in `e2e/output` (not committed), for people who look at a failure. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: `${OUTPUT}/${name}.png` });
};
