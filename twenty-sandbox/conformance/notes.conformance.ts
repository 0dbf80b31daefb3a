import { expect, test } from 'vitest';
import { at, nodes } from './client.ts';
import { onEveryTwenty } from './session.ts';

const MARKDOWN = '# Head\n\n- one\n- two\n\n**bold** _it_ `code`\n\n> quote\n\n1. a\n2. b\n';
const LINKS = 'id noteId targetPersonId targetPhoneCallId';

onEveryTwenty('Notes', (session) => {
  const noted = async () => {
    const [note, person, call] = [
      session().idFor('note'),
      session().idFor('person'),
      session().idFor('phoneCall'),
    ];
    await session().create('note', [{ id: note, title: 'Noted' }]);
    await session().create('person', [{ id: person, name: { firstName: 'Pat', lastName: 'Noted' } }]);
    await session().create('phoneCall', [{ id: call, name: 'Call noted' }]);
    const [toPerson, toCall] = [session().idFor('noteTarget'), session().idFor('noteTarget')];
    const { data, errors } = await session().create(
      'noteTarget',
      [
        { id: toPerson, noteId: note, targetPersonId: person },
        { id: toCall, noteId: note, targetPhoneCallId: call },
      ],
      { fields: LINKS, upsert: true },
    );
    expect(errors).toEqual([]);
    return { note, person, call, toPerson, toCall, links: at(data, 'createNoteTargets') };
  };
  const linksLeft = async (ids: readonly string[]) => {
    const { data } = await session().send(
      'query ($ids: [UUID]) { noteTargets(filter: { id: { in: $ids } }) { edges { node { id } } } }',
      { ids },
    );
    return nodes(data, 'noteTargets').map((node) => at(node, 'id'));
  };

  test('what a rep typed is kept exactly as typed', async () => {
    const id = session().idFor('note');
    const { data } = await session().create('note', [{ id, title: 'Md', bodyV2: { markdown: MARKDOWN } }], {
      fields: 'title bodyV2 { markdown blocknote }',
    });
    expect(at(data, 'createNotes', 0, 'bodyV2', 'markdown')).toBe(MARKDOWN);
    expect(at(data, 'createNotes', 0, 'bodyV2', 'blocknote')).toContain('heading');
  });

  test('a note without a body has an empty text', async () => {
    const { data } = await session().create('note', [{ id: session().idFor('note') }], {
      fields: 'title bodyV2 { markdown blocknote }',
    });
    expect(at(data, 'createNotes', 0)).toEqual({ title: '', bodyV2: { markdown: '', blocknote: null } });
  });

  test('changing the title leaves the body', async () => {
    const id = session().idFor('note');
    await session().create('note', [{ id, title: 'A', bodyV2: { markdown: 'kept' } }]);
    const { data } = await session().create('note', [{ id, title: 'B' }], {
      upsert: true,
      fields: 'title bodyV2 { markdown }',
    });
    expect(at(data, 'createNotes', 0)).toEqual({ title: 'B', bodyV2: { markdown: 'kept' } });
  });

  test('a note is linked to its person and to its call, by one row each', async () => {
    const { note, person, call, toPerson, toCall, links } = await noted();
    expect(links).toEqual([
      { id: toPerson, noteId: note, targetPersonId: person, targetPhoneCallId: null },
      { id: toCall, noteId: note, targetPersonId: null, targetPhoneCallId: call },
    ]);
  });

  test('person and call find their note', async () => {
    const { person, call } = await noted();
    const { data } = await session().send(
      `query ($person: UUID, $call: UUID) {
        person(filter: { id: { eq: $person } }) { noteTargets { edges { node { note { title } } } } }
        phoneCall(filter: { id: { eq: $call } }) { noteTargets { edges { node { note { title } } } } }
      }`,
      { person, call },
    );
    expect(at(data, 'person', 'noteTargets', 'edges', 0, 'node', 'note', 'title')).toBe('Noted');
    expect(at(data, 'phoneCall', 'noteTargets', 'edges', 0, 'node', 'note', 'title')).toBe('Noted');
  });

  test('the same link may exist twice, so a link gets an id that is derived', async () => {
    const { note, person } = await noted();
    const again = { id: session().idFor('noteTarget'), noteId: note, targetPersonId: person };
    expect((await session().create('noteTarget', [again])).errors).toEqual([]);
    expect((await session().create('noteTarget', [again], { upsert: true })).errors).toEqual([]);
  });

  test('deleting a note takes its links along, and restoring it brings them back', async () => {
    const { note, toPerson, toCall } = await noted();
    await session().send('mutation ($id: UUID!) { deleteNote(id: $id) { id } }', { id: note });
    expect(await linksLeft([toPerson, toCall])).toEqual([]);
    await session().send('mutation ($id: UUID!) { restoreNote(id: $id) { id } }', { id: note });
    expect(await linksLeft([toPerson, toCall])).toHaveLength(2);
  });

  test('destroying a person takes the link along and leaves the note', async () => {
    const { note, person, toPerson, toCall } = await noted();
    await session().send('mutation ($id: UUID!) { destroyPerson(id: $id) { id } }', { id: person });
    expect(await linksLeft([toPerson, toCall])).toEqual([toCall]);
    const { data } = await session().send(
      'query ($id: UUID) { notes(filter: { id: { eq: $id } }) { totalCount } }',
      {
        id: note,
      },
    );
    expect(at(data, 'notes', 'totalCount')).toBe(1);
  });

  test('destroying a call leaves the link to it, which points at nothing then', async () => {
    const { note, call, toPerson, toCall } = await noted();
    const destroy = 'mutation ($id: UUID!) { destroyPhoneCall(id: $id) { id } }';
    await session().send(destroy, { id: call }, session().destroyer);
    expect(await linksLeft([toPerson, toCall])).toEqual([toPerson, toCall].sort());
    const { data } = await session().send(
      'query ($id: UUID) { noteTarget(filter: { id: { eq: $id } }) { noteId targetPhoneCallId } }',
      { id: toCall },
    );
    expect(at(data, 'noteTarget')).toEqual({ noteId: note, targetPhoneCallId: null });
  });
});
