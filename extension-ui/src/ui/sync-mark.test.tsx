import { cleanup, render, screen } from '@testing-library/react';
import { SyncState } from '@twenty-dialer/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { MARKS, type Mark, SyncMark } from './sync-mark.tsx';

afterEach(cleanup);
const ALL: Mark[] = ['on-this-computer', ...SyncState.options];

describe.each(ALL)('%s', (mark) => {
  test('is told in words to those who do not see its colour or icon', () => {
    render(<SyncMark mark={mark} />);
    const { label, words } = MARKS[mark];
    expect(screen.getByText(label)).toBeDefined();
    expect(document.body.textContent).toContain(words);
  });
});

test('no two marks can be taken for one another', () => {
  expect(new Set(ALL.map((mark) => MARKS[mark].label)).size).toBe(ALL.length);
  expect(new Set(ALL.map((mark) => MARKS[mark].Icon)).size).toBe(ALL.length);
});
