import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usePressed } from './use-pressed.ts';

/** Something that is kept when the test says so. */
const keeper = () => {
  const settle: { keep: () => void; fail: () => void }[] = [];
  const keep = () =>
    new Promise<void>((resolve, reject) => {
      settle.push({ keep: resolve, fail: () => reject(new Error('away')) });
    });
  return { keep, settle };
};

test('two presses in a row show the second, also when the first is kept last of what was asked', async () => {
  const { keep, settle } = keeper();
  const { result, rerender } = renderHook(({ held }) => usePressed(held, keep), {
    initialProps: { held: 'a' },
  });
  act(() => result.current[1]('b'));
  act(() => result.current[1]('c'));
  expect(result.current[0]).toBe('c');
  await act(async () => settle[0]?.keep());
  rerender({ held: 'b' });
  expect(result.current[0]).toBe('c');
  await act(async () => settle[1]?.keep());
  rerender({ held: 'c' });
  expect(result.current[0]).toBe('c');
});

test('a choice that could not be kept is not shown as chosen', async () => {
  const { keep, settle } = keeper();
  const { result } = renderHook(() => usePressed<string | null>('a', keep));
  act(() => result.current[1](null));
  expect(result.current[0]).toBeNull();
  await act(async () => settle[0]?.fail());
  expect(result.current[0]).toBe('a');
});
