import { FilterMenu, FilterOption } from './filter-menu.tsx';

export type ChoiceFilterProps<Key extends string> = {
  label: string;
  chosen: Key | undefined;
  /** What it is called when nothing is chosen. */
  none: string;
  offered: readonly { key: Key; label: string }[];
  onChoose: (chosen: Key | undefined) => void;
};

/** A chip for one of several values, or none. */
export const ChoiceFilter = <Key extends string>({
  label,
  chosen,
  none,
  offered,
  onChoose,
}: ChoiceFilterProps<Key>) => (
  <FilterMenu
    label={label}
    value={offered.find(({ key }) => key === chosen)?.label ?? ''}
    isOn={chosen !== undefined}
    onClear={() => onChoose(undefined)}
  >
    <FilterOption isOn={chosen === undefined} onPick={() => onChoose(undefined)} isOnlyOne>
      {none}
    </FilterOption>
    {offered.map(({ key, label: words }) => (
      <FilterOption key={key} isOn={chosen === key} onPick={() => onChoose(key)} isOnlyOne>
        {words}
      </FilterOption>
    ))}
  </FilterMenu>
);
