import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
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
const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 600)));

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

test('who clicks a control is not told what it would do', async () => {
  const button = control();
  fireEvent(button.parentElement ?? button, new Event('pointerenter'));
  fireEvent.pointerDown(button);
  await rest();
  expect(words()).toBeNull();
});
