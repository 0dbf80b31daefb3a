import { CompanyId, type PersonId, type PersonSummary } from '@twenty-dialer/contract';
import type { CountryCode } from 'libphonenumber-js';
import type { SignedIn } from '../http/route.ts';
import type { TypedSearch } from '../store/call-port.ts';
import type { MirroredPerson } from '../store/mirror-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { typedDigits } from '../twenty/typed-digits.ts';

interface MirrorDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly mayReadPeople: (who: SignedIn) => Promise<boolean>;
  readonly frontUrl: string;
  readonly defaultCountry: CountryCode;
}

/** Somebody of the mirror, as the dialer shows people. */
export const createPersonSummary =
  (frontUrl: string) =>
  (person: MirroredPerson): PersonSummary => ({
    id: person.id,
    name: person.name || person.email || 'Person without a name',
    jobTitle: person.jobTitle,
    companyName: person.companyName,
    companyId: CompanyId.safeParse(person.companyId).data ?? null,
    email: person.email,
    phones: [...person.numbers],
    twentyUrl: `${frontUrl}/object/person/${person.id}`,
  });

/** As many as a rep looks through; who is not among them is found by another letter. */
const MOST_FOUND = 25;

/** People of the mirror. Null: it is not filled yet, or not for this viewer, and Twenty must be asked. */
export const createPeopleFromMirror = ({ store, mayReadPeople, frontUrl, defaultCountry }: MirrorDeps) => {
  const read = async <T>(who: SignedIn, work: (tx: StoreTransaction) => Promise<T>): Promise<T | null> => {
    const isFilled = await store.transaction(who.workspaceId, async (tx) =>
      (await tx.mirror.status()).some(
        ({ objectName, progress }) => objectName === 'person' && progress.fill.finishedAt !== null,
      ),
    );
    if (!isFilled || !(await mayReadPeople(who))) return null;
    return store.transaction(who.workspaceId, work);
  };

  const summaryOf = createPersonSummary(frontUrl);

  return {
    search: async (who: SignedIn, typed: string): Promise<PersonSummary[] | null> => {
      const found = await read(who, (tx) => tx.people.search(searchOf(typed, defaultCountry), MOST_FOUND));
      return found?.map(summaryOf) ?? null;
    },
    /** Null also for whoever it does not know: they may be newer than the last poll. */
    get: async (who: SignedIn, id: PersonId): Promise<PersonSummary | null> => {
      const found = await read(who, (tx) => tx.people.byId([id]));
      const person = found?.find(({ isDeleted }) => !isDeleted);
      return person === undefined ? null : summaryOf(person);
    },
  };
};

const searchOf = (typed: string, defaultCountry: CountryCode): TypedSearch | null => {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  return {
    words: words.map((text) => ({ text, digits: null })),
    numbers: typedDigits(typed, defaultCountry),
  };
};
