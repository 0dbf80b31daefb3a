import { Menu } from '@base-ui/react/menu';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type FilterMenuProps = {
  label: string;
  /** What is chosen, in words; empty where nothing is. */
  value: string;
  isOn: boolean;
  onClear: () => void;
  children: ReactNode;
};

/** A chip that opens to its choices. */
export const FilterMenu = ({ label, value, isOn, onClear, children }: FilterMenuProps) => (
  <span className={isOn ? 'chip chip--on' : 'chip'}>
    <Menu.Root modal={false}>
      <Menu.Trigger className="chip__words" title={value === '' ? undefined : `${label}: ${value}`}>
        <span className="one-line">
          <span className={value === '' ? undefined : 'for-screen-readers'}>
            {label}
            {value === '' ? '' : ': '}
          </span>
          {value}
        </span>
        <IconChevronDown size={14} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" collisionPadding={8} className="menu__place">
          <Menu.Popup className="menu" aria-label={label}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
    {isOn ? (
      <button
        type="button"
        className="chip__clear"
        aria-label={`Clear ${label.toLowerCase()}`}
        onClick={onClear}
      >
        <IconX size={14} aria-hidden="true" />
      </button>
    ) : null}
  </span>
);

export type FilterOptionProps = {
  isOn: boolean;
  onPick: (isOn: boolean) => void;
  /** It stands for itself alone: choosing it closes the menu. */
  isOnlyOne?: boolean;
  children: ReactNode;
};

export const FilterOption = ({ isOn, onPick, isOnlyOne = false, children }: FilterOptionProps) => (
  <Menu.CheckboxItem
    className="menu__item"
    checked={isOn}
    closeOnClick={isOnlyOne}
    onCheckedChange={(next) => onPick(isOnlyOne || next)}
  >
    <span className="menu__check" aria-hidden="true">
      {isOn ? <IconCheck size={14} /> : null}
    </span>
    <span className="one-line">{children}</span>
  </Menu.CheckboxItem>
);
