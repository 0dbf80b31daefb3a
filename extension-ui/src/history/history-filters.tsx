import { IconX } from '@tabler/icons-react';
import { CallLine, NEEDS_WRAP_UP_KEY } from '@twenty-dialer/contract';
import { useMay } from '../app/may.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { ChoiceFilter } from '../ui/choice-filter.tsx';
import { ClearFilters } from '../ui/clear-filters.tsx';
import { FilterMenu, FilterOption } from '../ui/filter-menu.tsx';
import { ListFilter } from '../ui/list-filter.tsx';
import { SearchFilter } from '../ui/search-filter.tsx';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';
import { lineWords } from './call-words.tsx';
import { hasFilters } from './history-filter.ts';
import { EVERYBODY, type HistorySearch, TEAM } from './history-search.ts';
import { NO_FILTERS } from './history-states.tsx';
import { useMembers } from './use-history.ts';
import type { SetSearch } from './use-set-search.ts';
import { WhenFilter, WhenRange } from './when-filter.tsx';

export type FilterProps = { search: HistorySearch; onChange: SetSearch };

/** What the list is narrowed down to, as chips: each says what it does, and goes away with one press. */
export const HistoryFilters = ({ search, onChange }: FilterProps) => (
  <section className="filters" aria-label="Search and filters">
    <SearchFilter
      label="Search calls by name or number"
      placeholder="Name or number"
      q={search.q}
      onChange={onChange}
    />
    <div className="filters__chips">
      <RepFilter search={search} onChange={onChange} />
      <WhenFilter search={search} onChange={onChange} />
      <OutcomeFilter search={search} onChange={onChange} />
      <DirectionFilter search={search} onChange={onChange} />
      <LineFilter search={search} onChange={onChange} />
      <MatchFilter search={search} onChange={onChange} />
      {search.sitting === undefined ? null : (
        <span className="chip chip--on">
          <span className="chip__words">One sitting</span>
          <button
            type="button"
            className="chip__clear"
            aria-label="Show calls of all sittings"
            onClick={() => onChange({ sitting: undefined })}
          >
            <IconX size={14} aria-hidden="true" />
          </button>
        </span>
      )}
      {hasFilters(search) ? <ClearFilters onClear={() => onChange(NO_FILTERS)} /> : null}
      <WhenRange search={search} onChange={onChange} />
    </div>
  </section>
);

const RepFilter = ({ search: { rep }, onChange }: FilterProps) => {
  const { owner } = useDesk();
  const seesTeam = useMay('see-team-calls');
  const members = useMembers().data?.members ?? [];
  const others = members.filter(({ id }) => id !== owner.member.id);
  const chosen = Array.isArray(rep) ? rep : [];
  const names = members.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const value =
    rep === undefined
      ? 'My calls'
      : rep === EVERYBODY
        ? 'Everybody'
        : rep === TEAM
          ? 'My team'
          : names.join(', ') || `${chosen.length} reps`;
  const toggle = (id: (typeof chosen)[number], isOn: boolean) => {
    const next = isOn ? [...chosen, id] : chosen.filter((one) => one !== id);
    onChange({ rep: next.length === 0 ? undefined : next });
  };
  return (
    <FilterMenu
      label="Rep"
      value={value}
      isOn={rep !== undefined}
      onClear={() => onChange({ rep: undefined })}
    >
      <FilterOption isOn={rep === undefined} onPick={() => onChange({ rep: undefined })} isOnlyOne>
        My calls
      </FilterOption>
      {seesTeam ? (
        <FilterOption isOn={rep === TEAM} onPick={() => onChange({ rep: TEAM })} isOnlyOne>
          My team
        </FilterOption>
      ) : null}
      <FilterOption isOn={rep === EVERYBODY} onPick={() => onChange({ rep: EVERYBODY })} isOnlyOne>
        Everybody
      </FilterOption>
      {[...members.filter(({ id }) => id === owner.member.id), ...others].map(({ id, name }) => (
        <FilterOption key={id} isOn={chosen.includes(id)} onPick={(isOn) => toggle(id, isOn)}>
          {name}
        </FilterOption>
      ))}
    </FilterMenu>
  );
};

const OutcomeFilter = ({ search: { outcomes = [] }, onChange }: FilterProps) => {
  const { owner } = useDesk();
  const known = [NEEDS_WRAP_UP_KEY, ...owner.outcomes.map(({ key }) => key)];
  const offered = [...known, ...outcomes.filter((key) => !known.includes(key))];
  const labelOf = (key: string) =>
    key === NEEDS_WRAP_UP_KEY ? 'Needs wrap-up' : outcomeWords(owner.outcomes, key).label;
  return (
    <ListFilter
      label="Outcome"
      chosen={outcomes}
      offered={offered.map((key) => ({ key, label: labelOf(key) }))}
      onChoose={(next) => onChange({ outcomes: next })}
    />
  );
};

const LineFilter = ({ search: { lines = [] }, onChange }: FilterProps) => {
  const offered = [...CallLine.options, ...lines.filter((key) => !CallLine.safeParse(key).success)];
  return (
    <ListFilter
      label="Line"
      chosen={lines}
      offered={offered.map((key) => ({ key, label: lineWords(key) }))}
      onChoose={(next) => onChange({ lines: next })}
    />
  );
};

const MatchFilter = ({ search: { person }, onChange }: FilterProps) => (
  <ChoiceFilter
    label="Person"
    chosen={person}
    none="Everybody and nobody"
    offered={[{ key: 'none', label: 'Not matched' }]}
    onChoose={(next) => onChange({ person: next })}
  />
);

const DirectionFilter = ({ search: { direction }, onChange }: FilterProps) => (
  <ChoiceFilter
    label="Direction"
    chosen={direction}
    none="Both"
    offered={[
      { key: 'outbound', label: 'Outgoing' },
      { key: 'inbound', label: 'Incoming' },
    ]}
    onChoose={(next) => onChange({ direction: next })}
  />
);
