import { FilterMenu, FilterOption } from './filter-menu.tsx';

export type ListFilterProps<Key extends string> = {
  label: string;
  chosen: readonly Key[];
  offered: readonly { key: Key; label: string }[];
  onChoose: (chosen: Key[] | undefined) => void;
};
/** A chip for any of several values. */
export const ListFilter = <Key extends string>({
  label,
  chosen,
  offered,
  onChoose,
}: ListFilterProps<Key>) => {
  const toggle = (key: Key, isOn: boolean) => {
    const next = isOn ? [...chosen, key] : chosen.filter((one) => one !== key);
    onChoose(next.length === 0 ? undefined : next);
  };
  return (
    <FilterMenu
      label={label}
      value={offered
        .filter(({ key }) => chosen.includes(key))
        .map((one) => one.label)
        .join(', ')}
      isOn={chosen.length > 0}
      onClear={() => onChoose(undefined)}
    >
      {offered.map(({ key, label: words }) => (
        <FilterOption key={key} isOn={chosen.includes(key)} onPick={(isOn) => toggle(key, isOn)}>
          {words}
        </FilterOption>
      ))}
    </FilterMenu>
  );
};
