import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Hint } from './hint.tsx';

afterEach(cleanup);

const control = () => {
  render(
    <Hint words="Keyboard shortcuts" keys="?">
      <button type="button">Help</button>
    </Hint>,
  );
  return screen.getByRole('button');
};
const words = () => screen.queryByText('Keyboard shortcuts');

test('words come to whoever rests on a control, and go with the pointer', async () => {
  const button = control();
  fireEvent(button.parentElement ?? button, new Event('pointerenter'));
  expect(words()).toBeNull();
  await waitFor(() => expect(words()).not.toBeNull());
  fireEvent(button.parentElement ?? button, new Event('pointerleave'));
  await waitFor(() => expect(words()).toBeNull());
});

test('words come to whoever arrives by keyboard, and Escape takes nothing but them away', async () => {
  const button = control();
  act(() => button.focus());
  await waitFor(() => expect(words()).not.toBeNull());
  fireEvent.keyDown(button, { key: 'Escape' });
  await waitFor(() => expect(words()).toBeNull());
  expect(document.activeElement).toBe(button);
});

test('who clicks a control is not told what it would do', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const button = control();
  fireEvent(button.parentElement ?? button, new Event('pointerenter'));
  fireEvent.pointerDown(button);
  act(() => vi.runAllTimers());
  expect(words()).toBeNull();
});
