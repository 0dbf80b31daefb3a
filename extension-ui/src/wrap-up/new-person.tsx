import { IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CallId, E164, PersonSummary } from '@twenty-dialer/contract';
import { type KeyboardEvent, useState } from 'react';
import { useServices } from '../app/services.ts';
import { Trouble } from '../ui/trouble.tsx';

export type NewPersonProps = { callId: CallId; number: E164; onMade: (person: PersonSummary) => void };

/** Makes a person in Twenty for a number that nobody has: only when the rep says so. */
export const NewPerson = ({ callId, number, onMade }: NewPersonProps) => {
  const { client } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const making = useMutation({
    mutationFn: () => client.createPerson({ callId, number, firstName, lastName }),
    onSuccess: onMade,
  });
  const isNamed = `${firstName}${lastName}`.trim() !== '';
  const make = () => {
    if (isNamed && !making.isPending) making.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) make();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!isOpen) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <IconUserPlus size={16} aria-hidden="true" />
        Create person
      </button>
    );
  }
  return (
    <div className="new-person">
      <input
        className="field"
        aria-label="First name"
        placeholder="First name"
        autoComplete="off"
        maxLength={100}
        value={firstName}
        onChange={(event) => setFirstName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <input
        className="field"
        aria-label="Last name"
        placeholder="Last name"
        autoComplete="off"
        maxLength={100}
        value={lastName}
        onChange={(event) => setLastName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="button" disabled={!isNamed || making.isPending} onClick={make}>
        Create in Twenty
      </button>
      {making.isError ? <Trouble error={making.error} onTryAgain={make} /> : null}
    </div>
  );
};
