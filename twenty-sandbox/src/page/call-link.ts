import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html, raw } from 'hono/html';
import type { OAuth } from '../auth/oauth.ts';
import { memberById } from '../seed/members.ts';

/** Who this browser is at Twenty: whoever was chosen last on the sign-in page. */
export const VIEWER_COOKIE = 'sandbox_viewer';

/**
 * What a front component of the app does in Twenty, for the links of a person's page: it asks the dialer for a ticket,
 * from a frame without an origin of its own, with the token that Twenty gives the app for its viewer.
 */
export const callLinkRoutes = ({ oauth, dialerUrl }: { oauth: OAuth; dialerUrl: string }) => {
  const routes = new Hono();
  routes.get('/sandbox/viewer-token', (c) => {
    const viewer = memberById(getCookie(c, VIEWER_COOKIE) ?? '');
    c.header('cache-control', 'no-store');
    return c.json({ token: viewer === undefined ? null : oauth.viewerToken(viewer) });
  });
  routes.get('/sandbox/call-link', (c) => {
    const nonce = randomBytes(16).toString('base64url');
    c.header(
      'content-security-policy',
      `sandbox allow-scripts; default-src 'none'; script-src 'nonce-${nonce}'; connect-src ${dialerUrl}; frame-ancestors 'self'`,
    );
    return c.html(
      html`<!doctype html><title>Links</title><script nonce="${nonce}">${raw(frameScript(dialerUrl))}</script>`,
    );
  });
  return routes;
};

const frameScript = (dialerUrl: string): string => `
addEventListener('message', async ({ data: { token, number } }) => {
  try {
    const response = await fetch(${JSON.stringify(`${dialerUrl}/api/twenty/dial-ticket`)}, {
      method: 'POST',
      headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' },
      body: JSON.stringify({ number }),
    });
    const { ticket } = await response.json();
    parent.postMessage({ number, ticket }, '*');
  } catch {
    // Without a ticket the link only fills the dialer.
  }
});
parent.postMessage('ready', '*');
`;

/**
 * Part of the script of every page. A link takes its ticket when the page opens and when the pointer or the focus comes
 * near; by the time it is pressed, the ticket has to be in its address. It counts up on each press, because a window that
 * is sent to the address it already shows hears nothing.
 */
export const CALL_LINK_SCRIPT = `
let presses = Date.now();
const tickets = new Map();
const numberOf = (link) => new URLSearchParams(new URL(link.dataset.dial).hash.slice(1)).get('dial');
const dialLink = (target) => (target instanceof Element ? target.closest('a[data-dial]') : null);
let frame = null;
let token = null;
const takeTicket = (link) => {
  const held = tickets.get(numberOf(link));
  if (token === null || (held && Date.now() - held.at < 15000)) return;
  tickets.set(numberOf(link), { ticket: null, at: Date.now() });
  frame.contentWindow.postMessage({ token, number: numberOf(link) }, '*');
};
addEventListener('message', ({ source, data }) => {
  if (frame === null || source !== frame.contentWindow) return;
  if (data === 'ready') for (const link of document.querySelectorAll('a[data-dial]')) takeTicket(link);
  else {
    tickets.set(data.number, { ticket: data.ticket ?? null, at: Date.now() });
    tellTickets();
  }
});
const tellTickets = () => {
  document.body.dataset.tickets = [...tickets].filter(([, { ticket }]) => ticket).map(([number]) => number).join(' ');
};
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    const link = dialLink(target);
    if (link) takeTicket(link);
  });
}
document.addEventListener('click', ({ target }) => {
  const link = dialLink(target);
  if (!link) return;
  presses += 1;
  const ticket = tickets.get(numberOf(link))?.ticket;
  tickets.delete(numberOf(link));
  tellTickets();
  takeTicket(link);
  link.href = link.dataset.dial + (ticket ? '&ticket=' + ticket : '') + '&n=' + presses;
});
const openFrame = async () => {
  if (!document.querySelector('a[data-dial]')) return;
  const response = await fetch('/sandbox/viewer-token');
  token = (await response.json()).token;
  if (token === null) return;
  frame = document.createElement('iframe');
  frame.hidden = true;
  frame.sandbox = 'allow-scripts';
  frame.src = '/sandbox/call-link';
  document.body.append(frame);
};
openFrame();
`;
