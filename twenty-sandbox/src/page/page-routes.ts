import { Hono } from 'hono';
import { html } from 'hono/html';
import { PAGE_CSS, PAGE_SCRIPT } from './assets.ts';
import { documentOf } from './document.ts';
import { listPage } from './list-page.ts';
import { type RecordPageContext, recordPage } from './record-page.ts';
import { VIEWS } from './views.ts';

/** The CRM as a person sees it: lists at `/objects/<namePlural>`, records at `/object/<nameSingular>/<id>`. */
export const pageRoutes = (context: RecordPageContext) => {
  const routes = new Hono();

  for (const path of ['/', '/objects/*', '/object/*', '/authorize/*']) {
    routes.use(path, async (c, next) => {
      await next();
      c.header(
        'content-security-policy',
        "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'self'",
      );
      c.header('cache-control', 'no-store');
    });
  }
  routes.get('/sandbox/page.css', (c) =>
    c.body(PAGE_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  routes.get('/sandbox/page.js', (c) =>
    c.body(PAGE_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  routes.get('/', (c) => c.redirect('/objects/people'));
  routes.get('/objects/:namePlural', (c) => {
    const view = VIEWS.find((one) => one.namePlural === c.req.param('namePlural'));
    if (view === undefined || !context.model.objects.has(view.objectName)) return c.html(notFound(), 404);
    const page = Math.max(1, Math.floor(Number(c.req.query('page') ?? 1)) || 1);
    return c.html(listPage(context, view, page));
  });
  routes.get('/object/:nameSingular/:id', (c) => {
    const object = context.model.objects.get(c.req.param('nameSingular'));
    const row =
      object === undefined ? undefined : context.records.table(object.nameSingular).get(c.req.param('id'));
    return object === undefined || row === undefined
      ? c.html(notFound(), 404)
      : c.html(recordPage(context, object, row));
  });
  return routes;
};

const notFound = () =>
  documentOf({
    title: 'Not found',
    isLive: false,
    body: html`<main class="sign-in"><h1>There is no such record</h1><p><a href="/">Back to the people</a></p></main>`,
  });
