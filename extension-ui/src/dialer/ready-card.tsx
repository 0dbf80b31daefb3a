import { IconArrowLeft, IconExternalLink, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { E164, LineName, PersonSummary } from '@twenty-dialer/contract';
import { useEffect, useRef, useState } from 'react';
import { BlockedNotice, OwnerChoice } from '../app/behind-first-paint.tsx';
import { useServices } from '../app/services.ts';
import { CountdownBar } from '../click-to-call/countdown-bar.tsx';
import { useCountdown } from '../click-to-call/use-countdown.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Dispensable } from '../ui/dispensable.tsx';
import { Hint, Keys } from '../ui/hint.tsx';
import { isTyping } from '../ui/shortcuts.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import type { Callee } from './call-machine.ts';
import type { Chosen } from './owner-choice.tsx';
import { formatPhone } from './phone-format.ts';
import { subtitleOf } from './subtitle.ts';
import type { Target } from './target.ts';
import { useDialCheck } from './use-dial-check.ts';
import { useDesk, useTarget } from './use-dialer.ts';

export type ReadyCardProps = {
  target: Target;
  line: LineName;
  onCall: (callee: Callee) => void;
  onBack: () => void;
};

/**
 * The next person or number, waiting for Enter. Nothing dials before that, but a link with a ticket: it counts down in
 * plain sight, and Escape stops it.
 */
export const ReadyCard = ({ target, line, onCall, onBack }: ReadyCardProps) => {
  const { owner } = useDesk();
  const [chosen, setChosen] = useState<Chosen>(null);
  const reading = usePerson(target, chosen);
  const { person } = reading;
  const [picked, setPicked] = useState<E164 | null>(null);
  const isCounting = useTarget().callsAt !== null;
  // A link's ticket is for the link's number, whatever was picked for an earlier link to the same person.
  const to = (isCounting ? null : picked) ?? target.to ?? person?.phones[0] ?? null;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  const dial = () => {
    if (to === null) return;
    // A person that could not be read now is still the one the link named; one that does not exist is nobody.
    const personId = isProblem(reading.error, 'not-found') ? null : (person?.id ?? target.personId);
    onCall({
      to,
      personId,
      personName: person?.name ?? null,
      subtitle: subtitleOf(person),
      isNobody: personId === null && chosen === 'nobody',
      companyId: person?.companyId ?? null,
    });
  };
  const check = useDialCheck(to, dial);
  // Asked once more: nobody knows whether the number may be called, and the rep has said that they mean it.
  const call = check.needsWord ? dial : check.ask;
  const countdown = useCountdown(check.ask);
  useReadyKeys({ onCall: call, onBack: isCounting ? countdown.stop : onBack });
  const pick = (number: E164) => {
    countdown.stop();
    setPicked(number);
  };

  const phoneText = to === null ? 'No number' : formatPhone(to, owner.defaultCountry);
  return (
    <section className="ready" aria-label="Ready to call">
      <PersonHead person={person} isReading={reading.isLoading} fallback={phoneText} />
      {reading.error !== null ? (
        <p className="quiet">
          {isProblem(reading.error, 'not-found')
            ? 'The person in the link is not in Twenty. Only the number is called.'
            : 'The person could not be read from Twenty now. The call is recorded all the same.'}
        </p>
      ) : null}
      {reading.owners.length > 1 ? (
        <Dispensable>
          <OwnerChoice
            owners={reading.owners}
            chosen={chosen ?? person?.id ?? null}
            onChoose={(choice) => {
              countdown.stop();
              setChosen(choice);
            }}
          />
        </Dispensable>
      ) : null}
      {person !== null && target.to !== null && !person.phones.includes(target.to) ? (
        <p className="tag tag--orange">This number is not on the person’s record.</p>
      ) : null}
      <Numbers numbers={numbersOf(target, person)} chosen={to} onPick={pick} />
      <div className="ready__actions">
        <Hint words="Back to search" keys="Esc">
          <button type="button" className="button button--icon" aria-label="Back to search" onClick={onBack}>
            <IconArrowLeft size={18} aria-hidden="true" />
          </button>
        </Hint>
        <button
          ref={button}
          type="button"
          className="button button--main button--wide figures"
          disabled={to === null || check.verdict === 'blocked'}
          // The Enter that chose the person may still be held down: it must not dial as well.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={call}
        >
          <IconPhone size={18} aria-hidden="true" />
          {check.verdict === 'blocked' ? (
            'Must not be called'
          ) : (
            <>
              {line === 'manual' ? 'Start' : 'Call'}{' '}
              {check.needsWord ? 'without the check' : `${isCounting ? 'now ' : ''}${phoneText}`}
              <Keys keys="Enter" />
            </>
          )}
        </button>
      </div>
      {check.block === null ? null : (
        <Dispensable>
          <BlockedNotice block={check.block} />
        </Dispensable>
      )}
      {check.needsWord ? (
        <p className="notice" role="alert">
          The do-not-call list could not be checked. Call only if you know that you may.
        </p>
      ) : null}
      <CountdownBar countdown={countdown} verb={line === 'manual' ? 'Starts' : 'Calls'} />
    </section>
  );
};

const PersonHead = ({
  person,
  isReading,
  fallback,
}: {
  person: PersonSummary | null;
  isReading: boolean;
  fallback: string;
}) => (
  <div className="person-head">
    <Avatar name={person?.name ?? '#'} />
    <div className="person-head__words">
      <h1 className="one-line">{person?.name ?? (isReading ? 'Reading from Twenty…' : fallback)}</h1>
      <p className="one-line quiet">{subtitleOf(person) || '\u00a0'}</p>
    </div>
    {person === null ? null : (
      <a
        className="button button--plain button--icon"
        href={person.twentyUrl}
        target="_blank"
        rel="noreferrer"
      >
        <IconExternalLink size={16} aria-hidden="true" />
        <span className="for-screen-readers">Open in Twenty (new tab)</span>
      </a>
    )}
  </div>
);

const Numbers = ({
  numbers,
  chosen,
  onPick,
}: {
  numbers: readonly E164[];
  chosen: E164 | null;
  onPick: (number: E164) => void;
}) => {
  const { owner } = useDesk();
  if (numbers.length < 2) return null;
  return (
    <div className="ready__numbers" role="radiogroup" aria-label="Number">
      {numbers.map((number) => (
        <label key={number} className="ready__number figures">
          <input type="radio" name="number" checked={number === chosen} onChange={() => onPick(number)} />
          {formatPhone(number, owner.defaultCountry)}
        </label>
      ))}
    </div>
  );
};

const numbersOf = ({ to }: Target, person: PersonSummary | null): E164[] => {
  const known = person?.phones ?? [];
  return to === null || known.includes(to) ? known : [to, ...known];
};

/** The person that was chosen or linked; for a bare number who has it: whom the rep chose, else the likeliest. */
const usePerson = ({ personId, person, to }: Target, chosen: Chosen) => {
  const { client } = useServices();
  const named = useQuery({
    queryKey: ['person', personId],
    queryFn: () => client.getPerson(personId ?? ''),
    enabled: personId !== null,
    ...(person === null ? {} : { initialData: person }),
  });
  const owning = useQuery({
    queryKey: ['owners', to],
    queryFn: () => client.numberOwners(to as E164),
    enabled: personId === null && to !== null,
  });
  if (personId !== null)
    return { person: named.data ?? null, isLoading: named.isLoading, error: named.error, owners: [] };
  const owners = owning.data?.owners ?? [];
  const [first] = owners;
  // That somebody's name comes first in the alphabet says nothing.
  const likeliest = first === undefined || first.because === 'name' ? null : first.person;
  const said = owners.find(({ person: { id } }) => id === chosen)?.person ?? null;
  return { person: chosen === null ? likeliest : said, isLoading: false, error: null, owners };
};

/** Enter calls from wherever the focus is, Escape goes back; not from a field, a link or another button. */
const useReadyKeys = ({ onCall, onBack }: { onCall: () => void; onBack: () => void }) => {
  const latest = useRef({ onCall, onBack });
  latest.current = { onCall, onBack };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isDialogOpen = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (
        event.defaultPrevented ||
        event.repeat ||
        isDialogOpen ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey
      )
        return;
      const onControl =
        event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
      if (event.key === 'Escape') latest.current.onBack();
      else if (event.key === 'Enter' && !onControl && (isRadio || !isTyping(event.target)))
        latest.current.onCall();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
