import './filters.css';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { moveInList } from '../ui/list-keys.ts';

export type FilterMenuProps = {
  label: string;
  /** What is chosen, in words; empty where nothing is. */
  value: string;
  isOn: boolean;
  onClear: () => void;
  children: ReactNode;
};

const Close = createContext<() => void>(() => undefined);

/** A chip that opens to its choices. Arrows walk through them, Escape goes back to the chip. */
export const FilterMenu = ({ label, value, isOn, onClear, children }: FilterMenuProps) => {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <span className={isOn ? 'chip chip--on' : 'chip'}>
      <button
        ref={trigger}
        type="button"
        className="chip__words"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        title={value === '' ? undefined : `${label}: ${value}`}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="one-line">
          <span className={value === '' ? undefined : 'for-screen-readers'}>
            {label}
            {value === '' ? '' : ': '}
          </span>
          {value}
        </span>
        <IconChevronDown size={14} aria-hidden="true" />
      </button>
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
      {isOpen ? (
        <Close value={close}>
          <Choices id={menuId} label={label} onClose={close} onLeave={() => setOpen(false)}>
            {children}
          </Choices>
        </Close>
      ) : null}
    </span>
  );
};

type ChoicesProps = {
  id: string;
  label: string;
  onClose: () => void;
  /** The focus or a press went elsewhere: it stays there. */
  onLeave: () => void;
  children: ReactNode;
};
const Choices = ({ id, label, onClose, onLeave, children }: ChoicesProps) => {
  const menu = useRef<HTMLFieldSetElement>(null);
  useFitInWindow(menu);
  useEffect(() => {
    const list = menu.current;
    (list?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? list?.querySelector('button'))?.focus();
  }, []);
  const latest = useRef(onLeave);
  latest.current = onLeave;
  useEffect(() => {
    const onElsewhere = ({ target }: Event) => {
      const isInside = target instanceof Node && menu.current?.parentElement?.contains(target) === true;
      if (!isInside) latest.current();
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown' | 'ArrowUp'];
    if (step !== undefined) moveInList(menu.current, 'button', step);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset ref={menu} id={id} className="menu" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </fieldset>
  );
};

const MARGIN = 8;
/** A chip near the edge of a narrow window opens inwards. */
const useFitInWindow = (menu: { current: HTMLElement | null }) => {
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { right, top } = element.getBoundingClientRect();
    element.style.left = `${Math.min(0, window.innerWidth - MARGIN - right)}px`;
    element.style.maxHeight = `${Math.max(120, window.innerHeight - MARGIN - top)}px`;
  }, [menu]);
};

export type FilterOptionProps = {
  isOn: boolean;
  onPick: (isOn: boolean) => void;
  /** It stands for itself alone: choosing it closes the menu. */
  isOnlyOne?: boolean;
  children: ReactNode;
};

export const FilterOption = ({ isOn, onPick, isOnlyOne = false, children }: FilterOptionProps) => {
  const close = useContext(Close);
  return (
    <button
      type="button"
      className="menu__item"
      aria-pressed={isOn}
      onClick={() => {
        onPick(isOnlyOne || !isOn);
        if (isOnlyOne) close();
      }}
    >
      <span className="menu__check" aria-hidden="true">
        {isOn ? <IconCheck size={14} /> : null}
      </span>
      <span className="one-line">{children}</span>
    </button>
  );
};
