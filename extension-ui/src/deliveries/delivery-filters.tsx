import { DeliveredObject, DeliveryStage, FailureKind } from '@twenty-dialer/contract';
import { useMembers } from '../history/use-history.ts';
import { WhenFilter, WhenRange } from '../history/when-filter.tsx';
import { ChoiceFilter } from '../ui/choice-filter.tsx';
import { ClearFilters } from '../ui/clear-filters.tsx';
import { FilterMenu, FilterOption } from '../ui/filter-menu.tsx';
import { ListFilter } from '../ui/list-filter.tsx';
import { SearchFilter } from '../ui/search-filter.tsx';
import {
  ALL_STAGES,
  type DeliveriesSearch,
  hasDeliveryFilters,
  NO_DELIVERY_FILTERS,
} from './deliveries-search.ts';
import { FAILURES, OBJECTS, STAGES } from './delivery-words.ts';
import type { SetDeliveriesSearch } from './use-set-search.ts';

export type DeliveryFiltersProps = { search: DeliveriesSearch; onChange: SetDeliveriesSearch };

/** What the list is narrowed down to, as chips: each says what it does, and goes away with one press. */
export const DeliveryFilters = ({ search, onChange }: DeliveryFiltersProps) => (
  <section className="filters" aria-label="Search and filters">
    <SearchFilter
      label="Search deliveries by name, words of Twenty or id"
      placeholder="Name, words or id"
      q={search.q}
      onChange={onChange}
    />
    <div className="filters__chips">
      <StageFilter search={search} onChange={onChange} />
      <ListFilter
        label="What is wrong"
        chosen={search.failures ?? []}
        offered={FailureKind.options.map((key) => ({ key, label: FAILURES[key].label }))}
        onChoose={(failures) => onChange({ failures })}
      />
      <ListFilter
        label="Object"
        chosen={search.objects ?? []}
        offered={DeliveredObject.options.map((key) => ({ key, label: OBJECTS[key] }))}
        onChoose={(objects) => onChange({ objects })}
      />
      <RepFilter search={search} onChange={onChange} />
      <WhenFilter search={search} onChange={onChange} />
      <PersonFilter search={search} onChange={onChange} />
      {hasDeliveryFilters(search) ? <ClearFilters onClear={() => onChange(NO_DELIVERY_FILTERS)} /> : null}
      <WhenRange search={search} onChange={onChange} />
    </div>
  </section>
);

const StageFilter = ({ search: { stages }, onChange }: DeliveryFiltersProps) => {
  const chosen = stages === undefined || stages === ALL_STAGES ? [] : stages;
  const words =
    stages === undefined
      ? 'Not done'
      : stages === ALL_STAGES
        ? 'All'
        : chosen.map((stage) => STAGES[stage].label);
  const toggle = (stage: DeliveryStage, isOn: boolean) => {
    const next = isOn ? [...chosen, stage] : chosen.filter((one) => one !== stage);
    onChange({ stages: next.length === 0 ? undefined : next });
  };
  return (
    <FilterMenu
      label="State"
      value={typeof words === 'string' ? words : words.join(', ')}
      isOn={stages !== undefined}
      onClear={() => onChange({ stages: undefined })}
    >
      <FilterOption isOn={stages === undefined} onPick={() => onChange({ stages: undefined })} isOnlyOne>
        Not done
      </FilterOption>
      <FilterOption isOn={stages === ALL_STAGES} onPick={() => onChange({ stages: ALL_STAGES })} isOnlyOne>
        All
      </FilterOption>
      {DeliveryStage.options.map((stage) => (
        <FilterOption key={stage} isOn={chosen.includes(stage)} onPick={(isOn) => toggle(stage, isOn)}>
          {STAGES[stage].label}
        </FilterOption>
      ))}
    </FilterMenu>
  );
};

const RepFilter = ({ search: { rep = [] }, onChange }: DeliveryFiltersProps) => {
  const members = useMembers().data?.members ?? [];
  const unknown = rep.filter((id) => !members.some((member) => member.id === id));
  return (
    <ListFilter
      label="Rep"
      chosen={rep}
      offered={[
        ...members.map(({ id, name }) => ({ key: id, label: name })),
        ...unknown.map((id) => ({ key: id, label: 'Another rep' })),
      ]}
      onChoose={(next) => onChange({ rep: next })}
    />
  );
};

const PersonFilter = ({ search: { person }, onChange }: DeliveryFiltersProps) => (
  <ChoiceFilter
    label="Person"
    chosen={person}
    none="Everybody and nobody"
    offered={[{ key: 'none', label: 'Calls without a person' }]}
    onChoose={(next) => onChange({ person: next })}
  />
);
