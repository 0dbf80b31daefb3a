import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { page } from './page.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './route.ts';

/** Paths that are answered by routes only: a wrong one is a problem, never the dialer's page. */
const NOT_UI = /^\/(api|auth)(\/|$)/;
/** The build puts a hash of the content into these names, so a file never changes under its name. */
const HASHED = /^\/assets\//;
/** Everything else is the dialer's one page, whatever its address. */
const IS_FILE = /\.(?!html$)[a-z0-9]+$/i;

/**
 * Serves the built dialer from `uiDir`; any address of its own is the dialer's one page. Mount it after the routes.
 * @param instead a page that takes the place of the dialer's, when there is one to show
 */
export const mountUi = (
  app: Hono<AppEnv>,
  uiDir: string,
  instead: () => Promise<Response | null> = async () => null,
): void => {
  const index = join(uiDir, 'index.html');
  const isBuilt = () => existsSync(index);
  const serveFile = lazily(() => serveStatic<AppEnv>({ root: uiDir, precompressed: true }));
  const serveIndex = lazily(() => serveStatic<AppEnv>({ path: index, precompressed: true }));

  app.get('*', async (c, next) => {
    if (NOT_UI.test(c.req.path)) return next();
    c.set('route', 'ui');
    const other = IS_FILE.test(c.req.path) ? null : await instead();
    if (other !== null) return other;
    if (!isBuilt()) return notBuilt();
    const file = await serveFile()(c, async () => {});
    if (file instanceof Response) {
      const isForever = HASHED.test(c.req.path);
      file.headers.set('Cache-Control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
      return file;
    }
    // A missing script must not be answered with a page: the browser would only say "wrong type".
    if (HASHED.test(c.req.path)) {
      throw new ProblemError('not-found', {
        detail: 'This file belongs to another version of the dialer.',
        remedy: 'Reload the page.',
      });
    }
    const home = await serveIndex()(c, async () => {});
    if (!(home instanceof Response)) return notBuilt();
    home.headers.set('Cache-Control', 'no-cache');
    return home;
  });
};

const notBuilt = (): Response =>
  page({
    status: 503,
    title: 'The dialer is not built yet',
    paragraphs: [
      'The worker runs and takes calls in, but the pages of the dialer are not there.',
      'Run "npm start", which builds them, or "npm run build -w extension-ui", and reload this page.',
    ],
  });

/** The static server complains about a folder that is missing when it is made, so it is made on first use. */
const lazily = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
