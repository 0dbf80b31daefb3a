import { html } from 'hono/html';
import { isJsonObject, type Json } from '../json.ts';
import type { ObjectModel } from '../model/model.ts';
import { type Row, textAt, valueAt } from '../records/row.ts';
import { wordsOf } from '../words.ts';
import type { Html } from './document.ts';
import { framed, table, timeOf } from './list-page.ts';
import { hrefOf, phoneOf, titleOf, VIEWS, type ViewContext } from './views.ts';

export interface RecordPageContext extends ViewContext {
  /** Where the dialer is, so that calling starts at the person's page as it does in Twenty. */
  readonly dialerUrl: string;
}

/** A record with its fields, and below them what belongs to it: a person's calls and notes, a call's notes. */
export const recordPage = (context: RecordPageContext, object: ObjectModel, row: Row): Html =>
  framed(
    context,
    titleOf(row),
    VIEWS.find((view) => view.objectName === object.nameSingular) ?? null,
    html`<header><h1>${titleOf(row)}</h1>${dialLink(context, object, row)}</header>
      <div class="record">
        ${row.deletedAt === null ? '' : html`<p><span class="tag">Deleted</span></p>`}
        <dl>${fieldsOf(context, object, row)}</dl>
        ${callsOf(context, object, row)}
        ${notesOf(context, object, row)}
      </div>`,
  );

const dialLink = ({ dialerUrl }: RecordPageContext, object: ObjectModel, row: Row): Html | string => {
  const number = object.nameSingular === 'person' ? phoneOf(row) : '';
  if (number === '') return '';
  const href = `${dialerUrl}/#dial=${encodeURIComponent(number)}&person=${row.id}`;
  return html`<a class="button primary" target="twenty-dialer" data-dial="${href}" href="${href}">Call ${number}</a>`;
};

const SYSTEM_LAST = ['createdAt', 'updatedAt', 'createdBy', 'id'];
const HIDDEN = [...SYSTEM_LAST, 'position', 'deletedAt', 'updatedBy', 'avatarUrl', 'userId', 'bodyV2'];

const fieldsOf = (context: RecordPageContext, object: ObjectModel, row: Row): Html[] => {
  const described = (names: readonly string[]) =>
    names.flatMap((name) => {
      const field = object.fields.get(name);
      return field === undefined
        ? []
        : [{ label: field.label, value: shown(field.type, valueAt(row, name)) }];
    });
  const plain = described([...object.fields.keys()].filter((name) => !HIDDEN.includes(name)));
  const relations = [...object.manyToOne.values()].map((relation) => {
    const id = textAt(row, relation.joinColumn);
    const target = id === '' ? undefined : context.records.table(relation.target).get(id);
    const value =
      target === undefined
        ? ''
        : html`<a class="chip" href="${hrefOf(relation.target, id)}">${titleOf(target)}</a>`;
    return { label: wordsOf(relation.name.replace(/([A-Z])/g, ' $1')), value };
  });
  const body = textAt(row, 'bodyV2', 'markdown');
  const bodyRow = body === '' ? [] : [{ label: 'Body', value: html`<pre class="body">${body}</pre>` }];
  return [...plain, ...relations, ...bodyRow, ...described(SYSTEM_LAST)]
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`);
};

const shown = (type: string, value: Json): Html | string => {
  if (value === null || value === '') return '';
  if (type === 'SELECT') return html`<span class="tag">${wordsOf(String(value))}</span>`;
  if (type === 'MULTI_SELECT') {
    return html`${[value].flat().map((one) => html`<span class="tag">${wordsOf(String(one))}</span> `)}`;
  }
  if (type === 'BOOLEAN') return value === true ? 'yes' : 'no';
  if (type === 'DATE_TIME') return timeOf(String(value));
  if (type === 'ACTOR' && isJsonObject(value))
    return `${value.name ?? ''} (${wordsOf(String(value.source))})`;
  return isJsonObject(value) ? flat(Object.values(value)) : String(value);
};

const flat = (values: readonly Json[]): string =>
  values
    .map((value) =>
      Array.isArray(value) ? flat(value) : isJsonObject(value) ? flat(Object.values(value)) : value,
    )
    .filter((value) => value !== null && value !== '')
    .join(' ');

/** On a person's own page the person goes without saying. */
const OWN_COLUMN: Readonly<Record<string, string>> = { person: 'Person', workspaceMember: 'Rep' };

const callsOf = (context: RecordPageContext, object: ObjectModel, row: Row): Html | string => {
  const list = object.oneToMany.get('phoneCalls');
  const view = VIEWS.find((one) => one.objectName === 'phoneCall');
  if (list === undefined || view === undefined) return '';
  const calls = [...context.records.table('phoneCall').byLink(list.joinColumn, row.id)]
    .filter((call) => call.deletedAt === null)
    .sort((a, b) => (view.newestBy(a) < view.newestBy(b) ? 1 : -1));
  const columns = view.columns.filter((column) => column.label !== OWN_COLUMN[object.nameSingular]);
  return html`<h2>Phone calls (${calls.length})</h2>
    ${calls.length === 0 ? html`<p class="quiet">No calls yet.</p>` : table(context, columns, calls.slice(0, 100))}`;
};

const notesOf = ({ records }: RecordPageContext, object: ObjectModel, row: Row): Html | string => {
  const list = object.oneToMany.get('noteTargets');
  if (list === undefined || object.nameSingular === 'note') return '';
  const ids = new Set(
    [...records.table('noteTarget').byLink(list.joinColumn, row.id)]
      .filter((target) => target.deletedAt === null)
      .map((target) => textAt(target, 'noteId')),
  );
  const notes = [...ids]
    .flatMap((id) => records.table('note').get(id) ?? [])
    .filter((note) => note.deletedAt === null)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return html`<h2>Notes (${notes.length})</h2>
    ${notes.length === 0 ? html`<p class="quiet">No notes yet.</p>` : ''}
    ${notes.slice(0, 100).map(
      (note) => html`<article class="note">
        <a href="${hrefOf('note', note.id)}"><strong>${titleOf(note)}</strong></a>
        <span class="quiet">${textAt(note, 'createdBy', 'name')}, ${timeOf(note.createdAt)}</span>
        <pre>${textAt(note, 'bodyV2', 'markdown')}</pre>
      </article>`,
    )}`;
};
