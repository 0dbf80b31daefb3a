import { WorkspaceId } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../http/problem.ts';
import type { Workspace } from '../store/port.ts';
import { TwentyError } from '../twenty/errors.ts';
import { createCurrentWorkspace } from './workspace.ts';

const twentyUrl = 'http://twenty.example';
const idOf = (letter: string) => WorkspaceId.parse(`${letter.repeat(8)}-1111-4111-8111-111111111111`);
const workspaceOf = (letter: string): Workspace => ({ id: idOf(letter), name: letter, twentyUrl });

/** Twenty's answers in turn, the last one for good; a store that keeps what it is told. */
const setUp = (answers: (Workspace | Error)[], known: Workspace[] = []) => {
  const stopping = new AbortController();
  const stored = new Map(known.map((workspace) => [workspace.id, workspace]));
  const waitsMs: number[] = [];
  const workspace = createCurrentWorkspace({
    store: {
      listWorkspaces: async () => [...stored.values()],
      registerWorkspace: async (found) => void stored.set(found.id, found),
    },
    twenty: {
      workspace: async () => {
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer === undefined || answer instanceof Error) throw answer;
        return { id: answer.id, name: answer.name };
      },
    },
    twentyUrl,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-11-21T09:00:00.000Z'),
    sleep: async (ms) => {
      waitsMs.push(ms);
      if (waitsMs.length >= 8) stopping.abort();
    },
    stopping: stopping.signal,
  });
  return { workspace, stored, waitsMs };
};
const away = new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');

test('the workspace is what Twenty says it is, and is remembered', async () => {
  const { workspace, stored } = setUp([workspaceOf('a')]);
  await workspace.learn();
  expect(workspace.current()).toEqual(workspaceOf('a'));
  expect([...stored.values()]).toEqual([workspaceOf('a')]);
});

test('while Twenty is away, calls go on into the workspace that is known for its address', async () => {
  const { workspace, waitsMs } = setUp([away], [workspaceOf('a')]);
  await workspace.learn();
  expect(workspace.current().id).toBe(idOf('a'));
  expect(waitsMs).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('a Twenty that comes back is asked in the end, and renames what was remembered', async () => {
  const { workspace } = setUp([away, { ...workspaceOf('a'), name: 'renamed' }], [workspaceOf('a')]);
  await workspace.learn();
  expect(workspace.current().name).toBe('renamed');
});

test('nobody’s calls are shown to another company: of several workspaces none is guessed', async () => {
  const { workspace } = setUp([away], [workspaceOf('a'), workspaceOf('b')]);
  await workspace.learn();
  expect(() => workspace.current()).toThrow(ProblemError);
});

test('a workspace of another Twenty is not taken for this one’s', async () => {
  const { workspace } = setUp([away], [{ ...workspaceOf('a'), twentyUrl: 'http://other.example' }]);
  await workspace.learn();
  expect(() => workspace.current()).toThrow(/does not know its workspace yet. Twenty cannot be reached/);
});

test('who waits for the workspace hears of it once, and again only when it is another one', async () => {
  const { workspace } = setUp([away, workspaceOf('b')], [workspaceOf('a')]);
  const heard = vi.fn();
  workspace.onKnown(heard);
  await workspace.learn();
  expect(heard.mock.calls.map(([{ id }]) => id)).toEqual([idOf('a'), idOf('b')]);
  const late = vi.fn();
  workspace.onKnown(late);
  expect(late).toHaveBeenCalledOnce();
});
