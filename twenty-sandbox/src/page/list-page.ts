import { html } from 'hono/html';
import type { Row } from '../records/row.ts';
import { wordsOf } from '../words.ts';
import { documentOf, type Html } from './document.ts';
import { type Cell, type Column, VIEWS, type View, type ViewContext } from './views.ts';

const PAGE_SIZE = 50;

export const listPage = (context: ViewContext, view: View, page: number): Html => {
  const all = liveRows(context, view).sort((a, b) => (view.newestBy(a) < view.newestBy(b) ? 1 : -1));
  const from = (page - 1) * PAGE_SIZE;
  const rows = all.slice(from, from + PAGE_SIZE);
  const hasMore = all.length > from + PAGE_SIZE;
  return framed(
    context,
    view.label,
    view,
    html`<header><h1>${view.label}</h1><span class="quiet">${all.length} records</span></header>
      ${rows.length === 0 ? html`<p class="empty">Nothing here yet.</p>` : table(context, view.columns, rows)}
      <div class="pages">
        ${page > 1 ? html`<a class="button" href="?page=${page - 1}">Newer</a>` : ''}
        ${hasMore ? html`<a class="button" href="?page=${page + 1}">Older</a>` : ''}
        <span>${rows.length === 0 ? '' : `${from + 1} to ${from + rows.length}`}</span>
      </div>`,
  );
};

export const table = (context: ViewContext, columns: readonly Column[], rows: readonly Row[]): Html =>
  html`<div class="scroll"><table>
    <thead><tr>${columns.map((column) => html`<th class="${column.kind === 'number' ? 'number' : ''}">${column.label}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr>${columns.map((column) => cell(column.kind, column.read(row, context)))}</tr>`,
    )}</tbody>
  </table></div>`;

const cell = (kind: Column['kind'], { text, href }: Cell): Html => {
  if (text === '') return html`<td></td>`;
  if (href !== undefined) return html`<td><a class="chip" href="${href}">${text}</a></td>`;
  if (kind === 'tag') return html`<td><span class="tag">${wordsOf(text)}</span></td>`;
  if (kind === 'number') return html`<td class="number">${text}</td>`;
  return kind === 'time' ? html`<td>${timeOf(text)}</td>` : html`<td title="${text}">${text}</td>`;
};

export const timeOf = (iso: string): Html =>
  html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;

/** The page with its navigation; the part marked live is what a look for news replaces. */
export const framed = (context: ViewContext, title: string, current: View | null, body: Html): Html =>
  documentOf({
    title,
    isLive: true,
    body: html`<div class="frame" data-live>
      <nav aria-label="Objects">
        <div class="workspace">Sandbox</div>
        <ul>${VIEWS.filter((view) => context.model.objects.has(view.objectName)).map(
          (
            view,
          ) => html`<li><a href="/objects/${view.namePlural}" ${view === current ? html`aria-current="page"` : ''}>
            <span>${view.label}</span><span class="count">${liveRows(context, view).length}</span></a></li>`,
        )}</ul>
      </nav>
      <main class="panel">${body}</main>
    </div>`,
  });

const liveRows = ({ records }: ViewContext, view: View): Row[] =>
  [...records.table(view.objectName).rows()].filter((row) => row.deletedAt === null);
