import { IconPhoneOff } from '@tabler/icons-react';
import type { Checked } from './use-dial-check.ts';

const SOURCES: Readonly<Record<string, string>> = {
  manual: 'entered by hand',
  import: 'from an import',
  registry: 'from a public register',
  dialer: 'from a call’s outcome',
};

/** Why a number cannot be dialed, since when, and what can be done about it. */
export const BlockedNotice = ({ block }: { block: NonNullable<Checked['block']> }) => {
  const { by, reason, source, personName, since, until, twentyUrl } = block;
  const facts = [
    reason,
    by === 'list' ? (SOURCES[source] ?? '') : '',
    since === null ? '' : `since ${dayWords(since)}`,
    until === null ? (by === 'list' ? 'for good' : '') : `until ${dayWords(until)}`,
  ].filter((part) => part !== '');
  return (
    <div className="notice" role="alert">
      <p>
        <IconPhoneOff size={16} aria-hidden="true" />{' '}
        <strong>
          {by === 'list'
            ? `This number is on the do-not-call list${personName ? `, for ${personName}` : ''}.`
            : `${personName || 'The person'} is marked in Twenty as not to be called.`}
        </strong>
      </p>
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
      <p className="quiet">
        It cannot be dialed on any line. If that is wrong, whoever looks after the list can{' '}
        <a href={twentyUrl} target="_blank" rel="noreferrer">
          take it back in Twenty
        </a>
        .
      </p>
    </div>
  );
};

const dayWords = (at: string): string =>
  new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
