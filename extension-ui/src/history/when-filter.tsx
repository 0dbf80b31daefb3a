import { type RefObject, useEffect, useId, useRef } from 'react';
import { FilterMenu, FilterOption } from '../ui/filter-menu.tsx';
import type { Timeframe } from './timeframe.ts';

export type WhenFilterProps = {
  search: Timeframe;
  onChange: (change: Timeframe, options?: { isSameStep?: boolean }) => void;
};

const WHEN = { today: 'Today', week: 'This week', custom: 'Custom range' } as const;

/** The timeframe; a custom one has its two days below the chips. */
export const WhenFilter = ({ search: { when, from, to }, onChange }: WhenFilterProps) => {
  const pick = (next: typeof when) =>
    onChange({
      when: next,
      from: next === 'custom' ? from : undefined,
      to: next === 'custom' ? to : undefined,
    });
  return (
    <FilterMenu
      label="When"
      value={when === undefined ? 'All time' : when === 'custom' ? rangeWords(from, to) : WHEN[when]}
      isOn={when !== undefined}
      onClear={() => pick(undefined)}
    >
      {(['today', 'week'] as const).map((key) => (
        <FilterOption key={key} isOn={when === key} onPick={() => pick(key)} isOnlyOne>
          {WHEN[key]}
        </FilterOption>
      ))}
      <FilterOption isOn={when === undefined} onPick={() => pick(undefined)} isOnlyOne>
        All time
      </FilterOption>
      <FilterOption isOn={when === 'custom'} onPick={() => pick('custom')} isOnlyOne>
        {WHEN.custom}
      </FilterOption>
    </FilterMenu>
  );
};

/** The two days of a custom timeframe; whoever has just chosen one goes on with its first day. */
export const WhenRange = ({ search: { when, from, to }, onChange }: WhenFilterProps) => {
  const first = useRef<HTMLInputElement>(null);
  const isCustom = when === 'custom';
  const wasCustom = useRef(isCustom);
  useEffect(() => {
    if (isCustom && !wasCustom.current) first.current?.focus();
    wasCustom.current = isCustom;
  }, [isCustom]);
  if (!isCustom) return null;
  const isTurned = from !== undefined && to !== undefined && to < from;
  return (
    <div className="filters__range">
      <DayField
        field={first}
        label="From"
        value={from}
        onPick={(day) => onChange({ from: day }, { isSameStep: true })}
      />
      <DayField label="To" value={to} onPick={(day) => onChange({ to: day }, { isSameStep: true })} />
      {isTurned ? <span role="alert">The last day is before the first one.</span> : null}
    </div>
  );
};

type DayFieldProps = {
  field?: RefObject<HTMLInputElement | null>;
  label: string;
  value: string | undefined;
  onPick: (day: string | undefined) => void;
};
const DayField = ({ field, label, value, onPick }: DayFieldProps) => {
  const id = useId();
  return (
    <span className="filters__day">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="date"
        className="field"
        value={value ?? ''}
        onChange={({ currentTarget }) => onPick(currentTarget.value === '' ? undefined : currentTarget.value)}
      />
    </span>
  );
};

const rangeWords = (from: string | undefined, to: string | undefined): string => {
  const words = (day: string) =>
    new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
  if (from !== undefined && to !== undefined)
    return from === to ? words(from) : `${words(from)} – ${words(to)}`;
  if (from !== undefined) return `Since ${words(from)}`;
  return to === undefined ? WHEN.custom : `Until ${words(to)}`;
};
