import { useEffect, useRef } from 'react';

/** Keys of the screens that only admins have. */
export const ADMINS = 'Deliveries';

/** Every shortcut, as the help sheet lists them and tooltips show them. `Ctrl` also means Cmd. */
export const SHORTCUTS = {
  search: { keys: '/', also: 'Ctrl+K', does: 'Search people or type a number', group: 'Anywhere' },
  dialPad: { keys: 'd', does: 'Dial pad', group: 'Anywhere' },
  calls: { keys: 'c', does: 'Calls', group: 'Anywhere' },
  help: { keys: '?', does: 'This sheet', group: 'Anywhere' },
  down: { keys: 'j', does: 'Down in a list', group: 'Anywhere' },
  up: { keys: 'k', does: 'Up in a list', group: 'Anywhere' },
  select: { keys: 'x', does: 'Select or leave out a row', group: ADMINS },
  selectReach: { keys: 'Shift+X', does: 'Select all rows up to this one', group: ADMINS },
  call: { keys: 'Enter', does: 'Call the person or number that is ready', group: 'Ready' },
  mute: { keys: 'Space', does: 'Mute or unmute', group: 'During a call' },
  keypad: { keys: '#', does: 'Keypad', group: 'During a call' },
  answered: { keys: 'Alt+A', does: 'Somebody answered (manual line)', group: 'During a call' },
  hangUp: { keys: 'Ctrl+Shift+H', does: 'Hang up', group: 'During a call' },
  wrapUp: { keys: 'Alt+W', does: 'Wrap up the first call that waits for it', group: 'Ready' },
  save: { keys: 'Ctrl+Enter', does: 'Save the wrap-up', group: 'Wrap-up' },
  later: { keys: 'Ctrl+Shift+L', does: 'Wrap up later', group: 'Wrap-up' },
} as const satisfies Record<string, { keys: string; also?: string; does: string; group: string }>;
export type ShortcutName = keyof typeof SHORTCUTS;

let hasSingleKeys = true;

/** Whether letters, figures and signs alone mean something, wherever nobody types. Enter, Space and Escape always do. */
export const areSingleKeysOn = (): boolean => hasSingleKeys;
export const setSingleKeys = (areOn: boolean): void => {
  hasSingleKeys = areOn;
};

/**
 * Runs the handlers of the shortcuts given. A single key never fires while somebody types, on a control that means
 * something else by it, or under a dialog; combinations with Ctrl or Alt do while typing.
 */
export const useShortcuts = (handlers: Partial<Record<ShortcutName, () => void>>) => {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      for (const name of Object.keys(latest.current) as ShortcutName[]) {
        const handler = latest.current[name];
        const { keys, also } = { also: undefined, ...SHORTCUTS[name] };
        if (handler === undefined || ![keys, also].some((one) => one !== undefined && fires(event, one)))
          continue;
        event.preventDefault();
        handler();
        return;
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};

const fires = (event: KeyboardEvent, keys: string): boolean => {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = { ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift') };
  const hasCtrl = event.ctrlKey || event.metaKey;
  if (hasCtrl !== wants.ctrl || event.altKey !== wants.alt || !isKey(event, key)) return false;
  if (wants.ctrl || wants.alt) return !event.shiftKey || wants.shift;
  if (wants.shift && !event.shiftKey) return false;
  if (!hasSingleKeys && key.length === 1) return false;
  return !isTyping(event.target) && !isOnControl(event.target, key) && !isUnderDialog();
};

// The letter on the key, or with Alt the key's place: there a Mac makes another letter of it.
const isKey = (event: KeyboardEvent, key: string): boolean =>
  key === 'Space'
    ? event.key === ' '
    : event.key.toLowerCase() === key.toLowerCase() || (event.altKey && event.code === `Key${key}`);

/** Whether keys go into a text at the moment. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'));

const isOnControl = (target: EventTarget | null, key: string): boolean =>
  (key === 'Space' || key === 'Enter') &&
  target instanceof Element &&
  target.closest('button, a, summary, input') !== null;

const isUnderDialog = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
