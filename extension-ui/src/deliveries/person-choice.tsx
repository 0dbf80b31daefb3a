import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { E164, type PersonSummary } from '@twenty-dialer/contract';
import { useServices } from '../app/services.ts';
import { useNumberWords } from '../history/call-words.tsx';
import { PersonSearch } from '../history/person-field.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { deliveryKey, useDeliveriesClient } from './use-deliveries.ts';

export type PersonChoiceProps = { slot: string; number: string; onChosen: () => void };

/** Whose number it was: those who have it in Twenty first, anybody else by search. */
export const PersonChoice = ({ slot, number, onChosen }: PersonChoiceProps) => {
  const client = useDeliveriesClient();
  const queries = useQueryClient();
  const owners = useOwners(number);
  const numberWords = useNumberWords()(number);
  const choosing = useMutation({
    mutationFn: (person: PersonSummary) => client.choosePerson(slot, { personId: person.id }),
    onSuccess: (page) => {
      queries.setQueryData(deliveryKey(slot), page);
      void queries.invalidateQueries({ queryKey: ['deliveries'] });
      onChosen();
    },
  });
  const choose = (person: PersonSummary) => {
    if (!choosing.isPending) choosing.mutate(person);
  };
  return (
    <section className="delivery__part edit" aria-label="Choose a person">
      <p>
        Who was called at <strong className="figures">{numberWords}</strong>? The call is linked to them; a
        correction of its rep still wins.
      </p>
      {owners.length === 0 ? null : (
        <ul className="owners">
          {owners.map(({ person }) => (
            <li key={person.id}>
              <button type="button" className="button owners__one" onClick={() => choose(person)}>
                <Avatar name={person.name} />
                <span className="one-line">{person.name}</span>
                <span className="quiet one-line">{person.companyName}</span>
                <IconCheck size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <PersonSearch onPick={choose} onLeave={onChosen} />
      <p role="status" className="quiet">
        {choosing.isPending ? 'Linking…' : ''}
      </p>
      {choosing.error === null ? null : (
        <Trouble
          error={choosing.error}
          onTryAgain={() => (choosing.variables === undefined ? undefined : choose(choosing.variables))}
        />
      )}
    </section>
  );
};

const useOwners = (number: string) => {
  const { client } = useServices();
  const known = E164.safeParse(number).data;
  const query = useQuery({
    queryKey: ['number-owners', number],
    queryFn: async () => (known === undefined ? { owners: [] } : client.numberOwners(known)),
    retry: false,
  });
  return query.data?.owners ?? [];
};
