import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';

const FIELDS = 'id name callId outcome talkSeconds deletedAt';
const DUPLICATE = { message: 'A duplicate entry was detected', code: 'BAD_USER_INPUT', subCode: null };

onEveryTwenty('Upsert', (session) => {
  const upsert = (data: readonly Record<string, unknown>[]) =>
    session().create('phoneCall', data, { upsert: true, fields: FIELDS });
  const call = () => ({ id: session().idFor('phoneCall'), callId: randomUUID() });
  const calls = (answer: { data: unknown }) => at(answer.data, 'createPhoneCalls');
  const read = async (id: string) => {
    const { data } = await session().send(
      `query ($id: UUID) { phoneCalls(filter: { id: { eq: $id } }) { edges { node { ${FIELDS} } } } }`,
      { id },
    );
    return at(data, 'phoneCalls', 'edges', 0, 'node');
  };

  test('delivering the same call twice makes one record, and only the given fields change', async () => {
    const first = { ...call(), name: 'Once', outcome: 'INTERESTED', talkSeconds: 61 };
    await upsert([first]);
    const { errors } = await upsert([{ id: first.id, outcome: 'CALLBACK' }]);
    expect(errors).toEqual([]);
    expect(await read(first.id)).toMatchObject({ ...first, outcome: 'CALLBACK' });
  });

  test('answers come updated rows first, so they are paired by id and never by position', async () => {
    const [known, alsoKnown, fresh] = [call(), call(), call()];
    await upsert([known, alsoKnown]);
    const answer = await upsert([fresh, alsoKnown, known]);
    expect(calls(answer)).toMatchObject([{ id: alsoKnown.id }, { id: known.id }, { id: fresh.id }]);
  });

  test('a row that already has the unique value wins with its own id', async () => {
    const first = { ...call(), name: 'First' };
    await upsert([first]);
    const answer = await upsert([{ id: session().idFor('phoneCall'), callId: first.callId, name: 'Second' }]);
    expect(calls(answer)).toMatchObject([{ id: first.id, name: 'Second' }]);
  });

  test('an id of one row with the unique value of another is refused for good', async () => {
    const [one, other] = [call(), call()];
    await upsert([one, other]);
    const { errors } = await upsert([{ id: one.id, callId: other.callId }]);
    expect(errors[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      subCode: 'UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT',
    });
  });

  test('the same new id twice in a batch refuses the batch', async () => {
    const twice = call();
    const { data, errors } = await upsert([twice, { ...twice, name: 'again' }]);
    expect(at(data, 'createPhoneCalls')).toBeNull();
    expect(errors[0]).toMatchObject(DUPLICATE);
  });

  test('the same new unique value twice in a batch refuses the batch', async () => {
    const { callId } = call();
    const [id, otherId] = [session().idFor('phoneCall'), session().idFor('phoneCall')];
    const { errors } = await upsert([
      { id, callId },
      { id: otherId, callId },
    ]);
    expect(errors[0]).toMatchObject(DUPLICATE);
    expect(await read(id)).toBeUndefined();
  });

  test('without upsert a known id refuses the whole batch', async () => {
    const [known, fresh] = [call(), call()];
    await upsert([known]);
    const { errors } = await session().create('phoneCall', [fresh, known]);
    expect(errors[0]).toMatchObject(DUPLICATE);
    expect(await read(fresh.id)).toBeUndefined();
  });

  test('without upsert a taken unique value names the record that holds it', async () => {
    const known = call();
    await upsert([known]);
    const { errors } = await session().create('phoneCall', [{ ...call(), callId: known.callId }]);
    expect(errors[0]).toMatchObject(DUPLICATE);
    expect(errors[0]?.extensions).toMatchObject({
      conflictingRecordId: known.id,
      conflictingObjectNameSingular: 'phoneCall',
    });
  });

  test('a deleted call comes back when it is delivered again, which is why a retry reads first', async () => {
    const gone = { ...call(), name: 'Deleted on purpose' };
    await upsert([gone]);
    await session().send('mutation ($id: UUID!) { deletePhoneCall(id: $id) { id } }', { id: gone.id });
    expect(await read(gone.id)).toBeUndefined();
    const answer = await upsert([{ id: gone.id, name: 'Back' }]);
    expect(calls(answer)).toMatchObject([{ id: gone.id, name: 'Back', deletedAt: null }]);
  });

  test('a deleted call keeps its unique value', async () => {
    const gone = call();
    await upsert([gone]);
    await session().send('mutation ($id: UUID!) { deletePhoneCall(id: $id) { id } }', { id: gone.id });
    const { errors } = await session().create('phoneCall', [{ ...call(), callId: gone.callId }]);
    expect(errors[0]).toMatchObject(DUPLICATE);
    const answer = await upsert([{ callId: gone.callId, name: 'By its call id' }]);
    expect(calls(answer)).toMatchObject([{ id: gone.id, deletedAt: null }]);
  });

  test('updating a deleted call works and leaves it deleted', async () => {
    const gone = call();
    await upsert([gone]);
    await session().send('mutation ($id: UUID!) { deletePhoneCall(id: $id) { id } }', { id: gone.id });
    const { data } = await session().send(
      'mutation ($id: UUID!) { updatePhoneCall(id: $id, data: { name: "Still gone" }) { name deletedAt } }',
      { id: gone.id },
    );
    expect(at(data, 'updatePhoneCall')).toMatchObject({ name: 'Still gone', deletedAt: expect.any(String) });
  });

  test('a refused insert leaves no other insert of its batch, but updates of it may stay', async () => {
    const [known, fresh] = [{ ...call(), name: 'Before' }, call()];
    await upsert([known]);
    const { errors } = await upsert([
      { id: known.id, name: 'After' },
      fresh,
      { ...call(), personId: randomUUID() },
    ]);
    expect(errors[0]?.message).toMatch(
      /^insert or update on table "_phoneCall" violates foreign key constraint "FK_/,
    );
    expect(await read(fresh.id)).toBeUndefined();
    expect(await read(known.id)).toMatchObject({ name: 'After' });
  });

  test('an empty batch answers an empty list', async () => {
    expect(calls(await upsert([]))).toEqual([]);
  });

  test('200 calls go in one batch and 201 do not', async () => {
    const batch = Array.from({ length: 200 }, () => call());
    expect((await upsert(batch)).errors).toEqual([]);
    const { errors } = await upsert([...batch, call()]);
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', subCode: 'TOO_MANY_RECORDS_TO_UPDATE' });
  });

  test('a progression is found by its member, whatever its id', async () => {
    const workspaceMemberId = `conformance-${randomUUID()}`;
    const id = session().idFor('repProgression');
    const options = { upsert: true, fields: 'id totalXp rank' };
    await session().create(
      'repProgression',
      [{ id, workspaceMemberId, totalXp: 10, rank: 'ROOKIE_1' }],
      options,
    );
    const { data } = await session().create('repProgression', [{ workspaceMemberId, totalXp: 25 }], options);
    expect(at(data, 'createRepProgressions')).toEqual([{ id, totalXp: 25, rank: 'ROOKIE_1' }]);
  });

  test('empty texts of a unique field do not clash, and are answered as empty texts', async () => {
    const { data, errors } = await session().create(
      'phoneCall',
      [
        { id: session().idFor('phoneCall'), callId: '' },
        { id: session().idFor('phoneCall'), callId: '' },
      ],
      { fields: 'callId name' },
    );
    expect(errors).toEqual([]);
    expect(at(data, 'createPhoneCalls')).toEqual([
      { callId: '', name: '' },
      { callId: '', name: '' },
    ]);
  });
});
