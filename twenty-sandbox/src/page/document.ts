import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame of every page. A live page fetches itself again and again, so that a call is seen to arrive. */
export const documentOf = ({ title, body, isLive }: { title: string; body: Html; isLive: boolean }): Html =>
  html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Twenty sandbox</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/sandbox/page.css" />
    ${isLive ? html`<script src="/sandbox/page.js" defer></script>` : ''}
  </head>
  <body>
    <p class="banner">Sandbox: a stand-in for Twenty with invented people</p>
    ${body}
  </body>
</html>`;
