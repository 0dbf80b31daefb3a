import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import {
  MemberSettings,
  MemberSettingsChange,
  OUTCOMES,
  ROUTES,
  WorkspaceSettingsChange,
  WorkspaceSettingsView,
} from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { as, inventedSession } from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
const at = (path: string) => WORKER + path;
const { usual } = WorkspaceSettingsView.parse(EXAMPLES.workspaceSettings.response?.value);
let own: MemberSettings;
let view: WorkspaceSettingsView;
let isRefused = false;
const changes: WorkspaceSettingsChange[] = [];
let close: () => void = () => undefined;

beforeAll(() => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  close();
  worker.reset();
  changes.length = 0;
  isRefused = false;
  delete document.documentElement.dataset.theme;
  localStorage.clear();
});
afterAll(() => worker.server.close());

const open = ({ isAdmin = true } = {}) => {
  own = MemberSettings.parse({});
  view = { values: usual, usual, set: {} };
  worker.setSession(inventedSession({ ...(isAdmin ? as('rep', 'admin') : as('rep')), outcomes: OUTCOMES }));
  worker.server.use(
    http.get(at(ROUTES.deliveryJobs.path), () => HttpResponse.json({ jobs: [] })),
    http.post(at(ROUTES.changeSettings.path), async ({ request }) => {
      if (isRefused) return problemAnswer('store-unavailable');
      const { theme, singleKeys, ownNumber } = MemberSettingsChange.parse(await request.json());
      own = {
        theme: theme ?? own.theme,
        singleKeys: singleKeys ?? own.singleKeys,
        ownNumber: ownNumber === undefined ? own.ownNumber : ownNumber,
      };
      worker.setSession(
        inventedSession({ ...(isAdmin ? as('rep', 'admin') : as('rep')), outcomes: OUTCOMES, settings: own }),
      );
      return HttpResponse.json(own);
    }),
    http.get(at(ROUTES.workspaceSettings.path), () => HttpResponse.json(view)),
    http.get(at(ROUTES.roleMapping.path), () => HttpResponse.json({ roles: [], twenty: { state: 'read' } })),
    http.get(at(ROUTES.grants.path), () => HttpResponse.json({ grants: [] })),
    http.post(at(ROUTES.changeWorkspaceSettings.path), async ({ request }) => {
      if (isRefused) return problemAnswer('store-unavailable');
      const change = WorkspaceSettingsChange.parse(await request.json());
      changes.push(change);
      return HttpResponse.json(view);
    }),
  );
  close = openApp('#/settings').close;
};

describe('what a rep sets for themselves', () => {
  test('the appearance changes once it is saved, and not before', async () => {
    open({ isAdmin: false });
    isRefused = true;
    fireEvent.click(await screen.findByLabelText('Dark'));
    await vi.waitFor(() =>
      expect(document.querySelector('.settings__saving .settings__fault')).not.toBeNull(),
    );
    expect(document.documentElement.dataset.theme).toBeUndefined();
    isRefused = false;
    fireEvent.click(screen.getByLabelText('Dark'));
    await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });

  test('without single letters a dictated word presses nothing', async () => {
    open({ isAdmin: false });
    fireEvent.click(await screen.findByLabelText('Single letters are shortcuts'));
    await vi.waitFor(() => expect(own.singleKeys).toBe(false));
    await screen.findByText('Saved.');
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(location.hash).toBe('#/settings');
    fireEvent.click(screen.getByLabelText('Single letters are shortcuts'));
    await vi.waitFor(() => expect(own.singleKeys).toBe(true));
    await vi.waitFor(() => {
      fireEvent.keyDown(document.body, { key: 'c' });
      expect(location.hash).toBe('#/calls');
    });
  });

  test('their telephone is taken as people write it, and refused in words when it is none', async () => {
    open({ isAdmin: false });
    const field = await screen.findByLabelText(/Your telephone/);
    fireEvent.change(field, { target: { value: '12' } });
    const form = field.closest('form');
    if (form === null) throw new Error('The field stands in no form.');
    fireEvent.submit(form);
    expect(await screen.findByText(/no complete number/)).toBeTruthy();
    fireEvent.change(field, { target: { value: '(202) 555-0123' } });
    fireEvent.submit(form);
    await vi.waitFor(() => expect(own.ownNumber).toBe('+12025550123'));
  });

  test('all sessions end at one press, after a question', async () => {
    open({ isAdmin: false });
    let ended = 0;
    worker.server.use(
      http.post(at(ROUTES.signOutEverywhere.path), () => {
        ended += 1;
        return problemAnswer('store-unavailable');
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(ended).toBe(0);
    fireEvent.click(dialog.getByRole('button', { name: 'Sign out everywhere' }));
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    expect(ended).toBe(1);
  });

  test('nothing of what is for admins is asked for or shown', async () => {
    open({ isAdmin: false });
    await screen.findByRole('heading', { name: 'For you, on every computer' });
    expect(screen.queryByRole('heading', { name: 'For everybody' })).toBeNull();
  });
});

describe('what an admin sets for everybody', () => {
  const part = async (name: string) => within(await screen.findByRole('form', { name }));

  test('outcomes are taken away and put in order, without the one that people have a right to', async () => {
    open();
    const form = await part('Outcomes');
    expect(form.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    expect(form.getByLabelText('Do not call')).toHaveProperty('disabled', true);
    fireEvent.click(form.getByLabelText('Gatekeeper'));
    fireEvent.click(form.getByRole('button', { name: 'Meeting booked: further up' }));
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    expect(changes[0]?.outcomes?.slice(0, 2)).toEqual(['meeting-booked', 'interested']);
    expect(changes[0]?.outcomes).not.toContain('gatekeeper');
  });

  test('a change that was not saved says so and stays as it was typed', async () => {
    open();
    const form = await part('Alerts');
    fireEvent.change(form.getByLabelText(/minutes/), { target: { value: '30' } });
    isRefused = true;
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(form.getByRole('status').textContent).not.toMatch(/^(Saving …|Saved\.)?$/));
    expect(form.getByLabelText(/minutes/)).toHaveProperty('value', '30');
  });

  test('who set it stands beside it, with the way back', async () => {
    open();
    await part('XP');
    cleanup();
    close();
    open();
    view = { ...view, set: { xp: { by: 'Ben Bell', at: '2026-11-20T16:20:00.000Z' } } };
    const form = await part('XP');
    expect(await form.findByText(/Set by Ben Bell/)).toBeTruthy();
    fireEvent.click(form.getByRole('button', { name: 'Back to the usual' }));
    await vi.waitFor(() => expect(changes).toEqual([{ xp: null }]));
  });

  test('numbers of the team are read line by line, and a wrong one is named', async () => {
    open();
    const form = await part('Numbers of the team');
    const field = form.getByLabelText('One number a line');
    fireEvent.change(field, { target: { value: '+1 202 555 0100\nhello' } });
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    expect((await form.findByRole('alert')).textContent).toContain('“hello”');
    fireEvent.change(field, { target: { value: '+1 202 555 0100\n(202) 555-0100' } });
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(changes).toEqual([{ ownNumbers: ['+12025550100'] }]));
  });
});
