import { useEffect, useState } from 'react';
import { callsOf, type LastCall, PeopleAnswer, type PersonToCall, peopleOf } from './answers.ts';
import { askTwenty } from './ask.ts';
import { AskError } from './ask-error.ts';

export type PeopleReading =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly people: readonly PersonToCall[]; readonly calls: readonly LastCall[] }
  | { readonly state: 'failed'; readonly title: string; readonly words: string };

/** Selected people and their last calls, read from Twenty with the viewer's own token; again when `changes` goes up. */
export const usePeople = (ids: readonly string[], changes: number) => {
  const [reading, setReading] = useState<PeopleReading>({ state: 'reading' });
  const [tries, setTries] = useState(0);
  const key = ids.join(',');
  useEffect(() => {
    if (key === '') return;
    let isWanted = true;
    const wanted = key.split(',');
    readPeople(wanted)
      .catch(inWords)
      .then((answer) => {
        // A list that is there stays there while Twenty is away.
        if (isWanted)
          setReading((held) => (answer.state === 'failed' && held.state === 'read' ? held : answer));
      });
    return () => {
      isWanted = false;
    };
  }, [key, tries, changes]);
  useEffect(() => setReading({ state: 'reading' }), [key]);
  return {
    reading,
    readAgain: () => {
      setReading({ state: 'reading' });
      setTries((count) => count + 1);
    },
  };
};

const LAST_CALLS = 5;

const QUERY = `query DialerPeople($ids: [UUID!], $calls: Int) {
  people(filter: { id: { in: $ids } }, first: 20) {
    edges { node {
      id jobTitle doNotCall
      name { firstName lastName }
      company { name }
      phones { primaryPhoneNumber primaryPhoneCallingCode additionalPhones }
    } }
  }
  phoneCalls(filter: { personId: { in: $ids } }, orderBy: [{ startedAt: DescNullsLast }], first: $calls) {
    edges { node { id startedAt direction outcome talkSeconds member { name { firstName lastName } } } }
  }
}`;

const readPeople = async (ids: readonly string[]): Promise<PeopleReading> => {
  const answer = await askTwenty({ query: QUERY, variables: { ids, calls: LAST_CALLS } }, PeopleAnswer);
  return { state: 'read', people: peopleOf(answer, ids), calls: callsOf(answer) };
};

const inWords = (error: unknown): PeopleReading => {
  if (error instanceof AskError && error.kind === 'away') {
    return {
      state: 'failed',
      title: 'Twenty cannot be reached',
      words: 'Check your network, then try again.',
    };
  }
  const words = error instanceof Error ? error.message : String(error);
  return { state: 'failed', title: 'The person could not be read', words };
};
