import { createHash } from 'node:crypto';
import type { toProblem } from './problem.ts';

export interface PageStep {
  readonly title: string;
  readonly state: 'done' | 'next' | 'later';
  /** A line of text, a link with its words, or a command to copy. */
  readonly body: readonly (
    | { readonly text: string; readonly link?: string }
    | { readonly command: string }
  )[];
}

/** A page of a few plain words, for the moments when the dialer itself cannot be shown. */
export const page = (content: {
  status: number;
  title: string;
  paragraphs: readonly string[];
  steps?: readonly PageStep[];
  action?: { href: string; label: string };
  /** Loads itself again after so many seconds. */
  refreshSeconds?: number;
  headers?: Readonly<Record<string, string>>;
}): Response => {
  const { status, title, paragraphs, steps = [], action, refreshSeconds, headers = {} } = content;
  const refresh = refreshSeconds ? `\n<meta http-equiv="refresh" content="${refreshSeconds}">` : '';
  const list = steps.length > 0 ? `<ol>${steps.map(stepItem).join('\n')}</ol>` : '';
  const link = action ? `<p><a href="${escapeHtml(action.href)}">${escapeHtml(action.label)}</a></p>` : '';
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<title>${escapeHtml(title)} · Twenty Dialer</title>
<style>${STYLE}</style>
<main>
<h1>${escapeHtml(title)}</h1>
${text}
${list}
${link}
</main>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
};

/** A problem of the sign-in, for a person: there is no dialer on the screen yet that could explain it. */
export const signInProblemPage = ({ problem, headers }: ReturnType<typeof toProblem>): Response =>
  page({
    status: problem.status,
    headers,
    title: problem.title,
    paragraphs: [
      problem.detail,
      problem.remedy,
      'If you were not signed in at Twenty, Twenty may show its start page after your sign-in there and forget that you came from the dialer. Then come back here and start again: the second time goes straight through.',
      `When you ask for help, quote ${problem.requestId}.`,
    ],
    action: { href: '/auth/sign-in', label: 'Start the sign-in again' },
  });

const stepItem = ({ title, state, body }: PageStep): string => {
  const lines = body.map((line) => {
    if ('command' in line) return `<p><code>${escapeHtml(line.command)}</code></p>`;
    const text = escapeHtml(line.text);
    return line.link ? `<p><a href="${escapeHtml(line.link)}">${text}</a></p>` : `<p>${text}</p>`;
  });
  return `<li class="${state}"><h2>${escapeHtml(title)} <small>${state}</small></h2>${lines.join('\n')}</li>`;
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 13px/1.6 Inter, system-ui, sans-serif; color: #333; background: #fcfcfc; }
main { max-width: 32rem; margin: 15vh auto 0; padding: 0 16px; }
h1 { font-size: 17px; font-weight: 600; }
h2 { margin: 0; font-size: 13px; font-weight: 600; }
h2 small { padding: 1px 6px; border: 1px solid #d6d6d6; border-radius: 4px; font-size: 11px; font-weight: 400; }
ol { padding-left: 20px; }
li { margin: 12px 0; }
li p { margin: 6px 0; }
.done h2, .later h2 { color: #666; font-weight: 400; }
code { display: block; padding: 6px 8px; border-radius: 4px; background: #f1f1f1; font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
a { display: inline-block; padding: 6px 12px; border: 1px solid #d6d6d6; border-radius: 4px; color: inherit; text-decoration: none; }
@media (prefers-color-scheme: dark) { body { color: #ebebeb; background: #171717; } a, h2 small { border-color: #484848; } code { background: #1d1d1d; } .done h2, .later h2 { color: #b3b3b3; } }
`;
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
