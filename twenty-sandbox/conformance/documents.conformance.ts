import { expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';

onEveryTwenty('Documents', (session) => {
  test('a selected field that does not exist is null without an error', async () => {
    const id = session().idFor('note');
    const { data, errors } = await session().create('note', [{ id, title: 'A' }], {
      fields: 'id noSuchField',
    });
    expect(errors).toEqual([]);
    expect(at(data, 'createNotes', 0)).toEqual({ id, noSuchField: null });
  });

  test('an unknown root field is refused without a code', async () => {
    const { status, errors } = await session().send('{ nopes(first: 1) { totalCount } }');
    expect(status).toBe(200);
    expect(errors[0]).toMatchObject({ message: 'Cannot query field "nopes" on type "Query".', code: null });
  });

  test('a document that cannot be read is refused with HTTP 200', async () => {
    const { status, errors } = await session().send('{ notes(first: 1 { totalCount } }');
    expect(status).toBe(200);
    expect(errors[0]?.message).toMatch(/^Syntax Error/);
  });

  test('the same root field twice is refused, with aliases, too', async () => {
    const { errors } = await session().send(
      '{ a: notes(first: 1) { totalCount } b: notes(first: 1) { totalCount } }',
    );
    expect(errors[0]).toMatchObject({ message: 'Duplicate root resolver: "notes"', code: 'BAD_USER_INPUT' });
  });

  test('different root fields travel together', async () => {
    const [note, call] = [session().idFor('note'), session().idFor('phoneCall')];
    const { data, errors } = await session().send(
      `mutation ($notes: [NoteCreateInput!]!, $calls: [PhoneCallCreateInput!]!) {
        createNotes(data: $notes, upsert: true) { id }
        createPhoneCalls(data: $calls, upsert: true) { id }
      }`,
      { notes: [{ id: note }], calls: [{ id: call }] },
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ createNotes: [{ id: note }], createPhoneCalls: [{ id: call }] });
  });

  test('a document is not a transaction: what succeeded stays when another root field is refused', async () => {
    const note = session().idFor('note');
    const { data, errors } = await session().send(
      `mutation ($notes: [NoteCreateInput!]!) {
        createNotes(data: $notes) { id }
        createPhoneCalls(data: [{ outcome: NO_SUCH_OUTCOME }]) { id }
      }`,
      { notes: [{ id: note }] },
    );
    expect(data).toEqual({ createNotes: [{ id: note }], createPhoneCalls: null });
    expect(errors).toHaveLength(1);
  });

  test('a note and the link to it in one document may fail, so the link goes later', async () => {
    const [note, link] = [session().idFor('note'), session().idFor('noteTarget')];
    const { data, errors } = await session().send(
      `mutation ($notes: [NoteCreateInput!]!, $links: [NoteTargetCreateInput!]!) {
        createNotes(data: $notes) { id }
        createNoteTargets(data: $links) { id }
      }`,
      { notes: [{ id: note }], links: [{ id: link, noteId: note }] },
    );
    expect(at(data, 'createNotes', 0, 'id')).toBe(note);
    const isRefused = errors[0]?.message.startsWith(
      'insert or update on table "noteTarget" violates foreign key constraint "FK_',
    );
    // In Twenty it is a race; the sandbox loses it every time, so that nobody comes to rely on winning.
    const isLinked = at(data, 'createNoteTargets', 0, 'id') === link;
    expect(session().target.isReal ? isRefused || isLinked : isRefused).toBe(true);
  });

  test('leaving a root field out by a directive does not keep it from running', async () => {
    const { data, errors } = await session().send('{ notes(first: 0) @include(if: false) { totalCount } }');
    expect(errors).toEqual([]);
    expect(at(data, 'notes', 'totalCount')).toBeTypeOf('number');
  });

  test('an argument that does not exist is refused', async () => {
    const { errors } = await session().send('{ notes(nope: 1) { totalCount } }');
    expect(errors[0]).toMatchObject({
      message: 'Argument not allowed: nope',
      subCode: 'INVALID_QUERY_INPUT',
    });
  });
});
