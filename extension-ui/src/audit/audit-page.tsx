import { IconDownload, IconHistory, IconLock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AuditAction, RecordType } from '@twenty-dialer/contract';
import { useCallback, useEffect, useRef } from 'react';
import { useMay } from '../app/may.ts';
import { useMembers } from '../history/use-history.ts';
import { WhenFilter, WhenRange } from '../history/when-filter.tsx';
import { ChoiceFilter } from '../ui/choice-filter.tsx';
import { ClearFilters, NothingMatches } from '../ui/clear-filters.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { auditLogAddress } from '../worker-client/audit-client.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import { AuditRow } from './audit-row.tsx';
import { type AuditSearch, NO_AUDIT_FILTERS } from './audit-search.ts';
import { ACTIONS, RECORDS } from './audit-words.ts';
import { useAudit } from './use-audit.ts';
import './audit.css';

/** For admins: who changed what, and what was there before. */
const AuditPage = () => (useMay('see-audit') ? <ForAdmin /> : <NotForYou />);
export default AuditPage;

const ForAdmin = () => {
  const search = useSearch({ from: '/inside/audit' });
  const setSearch = useSetSearch();
  const { query, request, events } = useAudit(search);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const clear = () => setSearch(NO_AUDIT_FILTERS);
  if (isProblem(query.error, 'not-permitted')) return <NotForYou />;
  return (
    <Page>
      <Filters search={search} onChange={setSearch} />
      <p className="audit__files">
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} className="button" href={auditLogAddress({ ...request, format })} download>
            <IconDownload size={16} aria-hidden="true" />
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      {query.isError && query.data === undefined ? (
        <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <ListSkeleton words="Reading the audit trail" isWide={false} /> : null}
      {query.isSuccess && events.length === 0 ? <Nothing isFiltered={isFiltered} onClear={clear} /> : null}
      <ol className={query.isPlaceholderData ? 'audit__rows history__list--old' : 'audit__rows'}>
        {events.map((event) => (
          <AuditRow
            key={event.id}
            event={event}
            onRecord={
              search.record === undefined ? (record) => setSearch({ ...NO_AUDIT_FILTERS, record }) : null
            }
          />
        ))}
      </ol>
      {query.isFetchNextPageError ? (
        <Trouble error={query.error} onTryAgain={() => void query.fetchNextPage()} isFoot />
      ) : null}
      {query.hasNextPage && !query.isFetchNextPageError ? (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </button>
      ) : null}
    </Page>
  );
};

type SetSearch = (change: Partial<AuditSearch>, options?: { isSameStep?: boolean }) => void;

/** Each choice is a step back. */
const useSetSearch = (): SetSearch => {
  const navigate = useNavigate();
  return useCallback(
    (change, { isSameStep = false } = {}) =>
      void navigate({
        to: '.',
        search: (now: AuditSearch) => ({ ...now, ...change }),
        replace: isSameStep,
      }),
    [navigate],
  );
};

const Filters = ({ search, onChange }: { search: AuditSearch; onChange: SetSearch }) => {
  const members = useMembers().data?.members ?? [];
  return (
    <section className="filters" aria-label="Filters">
      <div className="filters__chips">
        <ChoiceFilter
          label="Who"
          chosen={search.who}
          none="Everybody"
          offered={members.map(({ id, name }) => ({ key: id, label: name }))}
          onChoose={(who) => onChange({ who })}
        />
        <ChoiceFilter
          label="What"
          chosen={search.type}
          none="Everything"
          offered={RecordType.options.map((key) => ({ key, label: RECORDS[key] }))}
          onChoose={(type) => onChange({ type })}
        />
        <ChoiceFilter
          label="Done"
          chosen={search.action}
          none="Anything"
          offered={AuditAction.options.map((key) => ({ key, label: ACTIONS[key] }))}
          onChoose={(action) => onChange({ action })}
        />
        <WhenFilter search={search} onChange={onChange} />
        {search.record === undefined ? null : (
          <button type="button" className="button" onClick={() => onChange({ record: undefined })}>
            One record: show all
          </button>
        )}
        {Object.values(search).some((value) => value !== undefined) ? (
          <ClearFilters onClear={() => onChange(NO_AUDIT_FILTERS)} />
        ) : null}
        <WhenRange search={search} onChange={onChange} />
      </div>
    </section>
  );
};

const Page = ({ children }: { children: React.ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="audit">
      <h1 ref={heading} tabIndex={-1}>
        Audit trail
      </h1>
      <p className="quiet">Who changed what, and what was there before. Nobody can change an entry.</p>
      {children}
    </div>
  );
};

const Nothing = ({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) =>
  isFiltered ? (
    <NothingMatches words="Nothing in the trail matches these filters." onClear={onClear} />
  ) : (
    <div className="notice">
      <IconHistory size={24} aria-hidden="true" className="quiet" />
      <p>Nothing has been changed yet. Every call, sign-in and setting leaves an entry here.</p>
    </div>
  );

const NotForYou = () => (
  <section className="notice" aria-labelledby="audit-not-for-you">
    <IconLock size={24} aria-hidden="true" className="quiet" />
    <h1 id="audit-not-for-you">The audit trail is for admins</h1>
    <p>It opens for people whose role in Twenty may change all settings.</p>
  </section>
);
