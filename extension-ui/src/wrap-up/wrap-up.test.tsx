import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { E164 } from '@twenty-dialer/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DialPage } from '../dialer/dial-page.tsx';
import { showAtDesk } from '../testing/screen.tsx';

const callee = { to: E164.parse('+12025550101'), personId: null, personName: 'Mara Lind', subtitle: '' };

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** A call that was answered, with these words typed, and has ended. */
const endedCall = (words = '') => {
  const shown = showAtDesk(<DialPage keypad={{ isOpen: false, close: () => undefined }} />);
  act(() => void shown.dialer.dial(callee, 'practice'));
  act(() => shown.profile.held.pass(5_000));
  const note = screen.getByLabelText<HTMLTextAreaElement>('Note');
  if (words !== '') fireEvent.change(note, { target: { value: words } });
  act(() => void shown.dialer.hangUp());
  return { ...shown, note, saved: () => shown.profile.reports.filter(({ stage }) => stage === 'wrapped-up') };
};
const press = (key: string, more: KeyboardEventInit = {}) => {
  const target = document.activeElement ?? document.body;
  fireEvent.keyDown(target, { key, ...more });
};
const chosen = () => screen.queryByRole('radio', { checked: true });
const focused = () => document.activeElement;

test('the note has the focus while talking and keeps it, and its words, when the line ends', () => {
  const { note } = endedCall('Wants an offer');
  expect(screen.getByLabelText('Note')).toBe(note);
  expect(focused()).toBe(note);
  expect(note.value).toBe('Wants an offer');
});

test('what is typed into the note never chooses an outcome', () => {
  endedCall();
  for (const key of ['1', '0', 'd', 'x']) press(key);
  expect(chosen()).toBeNull();
});

test('from the note Alt and the key choose, and Ctrl+Enter saves, without leaving it', () => {
  const { saved } = endedCall('Wants an offer');
  press('2', { altKey: true });
  press('Enter', { ctrlKey: true });
  expect(saved()).toMatchObject([{ outcome: 'meeting-booked', note: 'Wants an offer' }]);
});

test('on a Mac Alt makes another letter of the key and still chooses', () => {
  endedCall();
  press('∂', { altKey: true, code: 'KeyD' });
  expect(chosen()?.closest('label')?.textContent).toContain('Do not call');
});

test('Escape leaves the note for the outcomes, where plain keys choose and Enter saves', () => {
  const { saved, note } = endedCall();
  press('Escape');
  expect(focused()).not.toBe(note);
  press('x');
  press('Enter');
  expect(saved()).toMatchObject([{ outcome: 'disqualified' }]);
});

test('every outcome can be chosen by its own key', () => {
  const { profile } = endedCall();
  press('Escape');
  const labels = [...'1234567890dx'].map((key) => {
    press(key);
    return chosen()?.closest('label')?.textContent;
  });
  expect(new Set(labels).size).toBe(12);
  expect(profile.reports.at(-1)?.stage).toBe('ended');
});

test('saving without an outcome saves nothing, says so, and puts the fingers on the list', () => {
  const { saved } = endedCall('Wants an offer');
  press('Enter', { ctrlKey: true });
  expect(saved()).toEqual([]);
  expect(screen.getByRole('alert').textContent).toContain('Choose an outcome first');
  expect(screen.getAllByRole('radio')).toContain(focused());
});

test('a note that is too long is not cut: it stays, and the words say how much is too much', () => {
  const { note, saved } = endedCall('x'.repeat(20_003));
  press('1', { altKey: true });
  press('Enter', { ctrlKey: true });
  expect(saved()).toEqual([]);
  expect(note.value).toHaveLength(20_003);
  expect(screen.getByText(/3 characters too many/)).toBeDefined();
});

test('a note that is too long is not cut by leaving it for later: the call stays, and the note has the fingers', () => {
  const { note, dialer, profile } = endedCall('x'.repeat(20_003));
  const reported = profile.reports.length;
  press('Escape');
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(dialer.getState().phase).toBe('ended');
  expect(profile.reports).toHaveLength(reported);
  expect(note.value).toHaveLength(20_003);
  expect(focused()).toBe(note);
  expect(screen.getByText(/3 characters too many/)).toBeDefined();
});

test('Escape never hangs up', () => {
  const { dialer, profile } = showAtDesk(<DialPage keypad={{ isOpen: false, close: () => undefined }} />);
  act(() => void dialer.dial(callee, 'practice'));
  act(() => profile.held.pass(5_000));
  press('Escape');
  press('Escape');
  expect(dialer.getState().phase).toBe('in-progress');
});

test('after saving Enter goes on to the next one, with the search under the fingers', () => {
  const { dialer } = endedCall();
  press('Escape');
  press('4');
  press('Enter');
  expect(focused()?.textContent).toContain('Next');
  act(() => (focused() instanceof HTMLElement ? (focused() as HTMLElement).click() : undefined));
  expect(dialer.getState().phase).toBe('idle');
  expect(focused()).toBe(screen.getByRole('combobox'));
});

test('after saving the wrap-up can still be changed', () => {
  const { saved } = endedCall('First words');
  press('1', { altKey: true });
  press('Enter', { ctrlKey: true });
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'Better words' } });
  press('Enter', { ctrlKey: true });
  expect(saved().map(({ revision, note }) => `${revision} ${note}`)).toEqual([
    '3 First words',
    '4 Better words',
  ]);
});
