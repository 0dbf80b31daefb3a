import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { CallReport } from '@twenty-dialer/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/app.tsx';
import type { Services } from '../app/services.ts';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { ADA, callIdNumber, inventedReport, inventedView } from '../testing/invented.ts';
import { inventedServices } from '../testing/screen.tsx';
import { standInWorker } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => {
  localStorage.clear();
  window.location.hash = '#/';
});
let closeWindow: () => void = () => undefined;
afterEach(() => {
  cleanup();
  closeWindow();
  worker.reset();
});
afterAll(() => worker.server.close());

const callOf = (personName: string, count: number, change: Partial<CallReport> = {}) =>
  inventedReport({
    callId: callIdNumber(count),
    personName,
    startedAt: `2026-11-21T08:0${9 - count}:00.000Z`,
    ringingAt: null,
    answeredAt: `2026-11-21T08:0${9 - count}:10.000Z`,
    endedAt: `2026-11-21T08:5${9 - count}:00.000Z`,
    ...change,
  });
const mara = callOf('Mara Lind', 1, { note: 'Wants an offer' });
const jo = callOf('Jo Park', 2);
const hold = (...reports: CallReport[]) => {
  for (const report of reports) worker.held.set(report.callId, inventedView(report));
};

const openApp = (change: Partial<Services> = {}) => {
  const { services, held } = inventedServices();
  closeWindow = services.links.stop;
  const all = { ...services, ...change };
  const shown = render(<App services={all} />);
  return { services: all, held, shown };
};
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const panel = () => screen.findByRole('region', { name: /wait for their wrap-up|waits for its wrap-up/ });
const badge = () => screen.findByRole('link', { name: /^Calls.*wait/ });
const save = () => {
  press('1', { altKey: true });
  press('Enter', { ctrlKey: true });
};
const isAsked = () => screen.queryByRole('region', { name: /wrap-up$/ }) !== null;

describe('a rep who comes back', () => {
  test('is asked for each call that waits, once, with who, when and how long', async () => {
    hold(mara, jo);
    const { services } = openApp();
    await services.unsent.put(mara);
    const shown = await panel();
    expect(shown.textContent).toContain('2 calls wait for their wrap-up');
    expect(shown.querySelectorAll('li')).toHaveLength(2);
    expect(shown.textContent).toContain('Mara Lind');
    expect(shown.textContent).toContain('49:50');
    expect((await badge()).textContent).toContain('2');
  });

  test('is asked again after a reload, also for a call that is only on this computer', async () => {
    hold(jo);
    const { services, shown } = openApp();
    await services.unsent.put(mara);
    await services.unsent.setAside(mara, { state: 'refused', fields: [], words: '', present: null });
    expect((await panel()).textContent).toContain('2 calls');
    shown.unmount();
    services.queries.clear();
    render(<App services={services} />);
    expect((await panel()).textContent).toContain('2 calls');
  });

  test('wraps up one after the other without the mouse, and then is back at the search', async () => {
    hold(mara, jo);
    openApp();
    await panel();
    press('w', { altKey: true });
    expect(await screen.findByDisplayValue('Wants an offer')).toBe(document.activeElement);
    save();
    const next = await screen.findByRole('button', { name: /Next wrap-up: Jo Park/ });
    expect(document.activeElement).toBe(next);
    fireEvent.click(next);
    expect(await screen.findByRole('heading', { name: 'Jo Park' })).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Note'));
    save();
    const done = await screen.findByRole('button', { name: /^Next/ });
    expect(done.textContent).not.toContain('wrap-up');
    await waitFor(() => expect(worker.held.get(jo.callId)?.report.outcome).toBe('interested'));
    fireEvent.click(done);
    expect(document.activeElement).toBe(await screen.findByRole('combobox'));
    expect(isAsked()).toBe(false);
    expect(screen.getByRole('link', { name: 'Calls' })).toBeDefined();
  });

  test('who says later has peace, and the number stays where it is seen', async () => {
    hold(mara);
    openApp();
    await panel();
    fireEvent.click(screen.getByRole('button', { name: 'Later' }));
    await waitFor(() => expect(isAsked()).toBe(false));
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    expect((await badge()).textContent).toContain('1');
  });

  test('after half an hour elsewhere is asked again', async () => {
    hold(mara);
    const { held } = openApp();
    await panel();
    fireEvent.click(screen.getByRole('button', { name: 'Later' }));
    await waitFor(() => expect(isAsked()).toBe(false));
    const look = (visibilityState: string) =>
      act(() => {
        Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
    look('hidden');
    act(() => held.pass(31 * 60_000));
    look('visible');
    expect(await panel()).toBeDefined();
  });
});

describe('nobody is asked', () => {
  test('for a call that another window has on its screen', async () => {
    hold(mara, jo);
    openApp({ callsInOtherWindows: async () => [mara.callId] });
    const shown = await panel();
    expect(shown.textContent).toContain('1 call waits for its wrap-up');
    expect(shown.textContent).not.toContain('Mara Lind');
  });

  test('which is offered when that window is gone, though nobody tells', async () => {
    hold(mara);
    let others = [mara.callId];
    const looked = vi.fn(async () => others);
    openApp({ callsInOtherWindows: looked });
    await waitFor(() => expect(looked).toHaveBeenCalled());
    others = [];
    expect((await panel()).textContent).toContain('Mara Lind');
  });

  test('for the call that is going on in this window', async () => {
    const { held } = openApp();
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '2025550101' } });
    press('Enter');
    fireEvent.click(await screen.findByRole('button', { name: /^Call / }));
    act(() => held.pass(5_000));
    await waitFor(() => expect(worker.held.size).toBe(1));
    expect(screen.getByRole('link', { name: 'Calls' })).toBeDefined();
  });

  test('at once for the call that was just left for later; it is only counted', async () => {
    const { held } = openApp();
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '2025550101' } });
    press('Enter');
    fireEvent.click(await screen.findByRole('button', { name: /^Call / }));
    act(() => held.pass(5_000));
    press('H', { ctrlKey: true, shiftKey: true });
    press('L', { ctrlKey: true, shiftKey: true });
    expect(await badge()).toBeDefined();
    expect(isAsked()).toBe(false);
  });

  test('while typing, or about somebody who is about to be called', async () => {
    hold(mara);
    openApp();
    await panel();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '2025550101' } });
    expect(isAsked()).toBe(false);
    press('Enter');
    await screen.findByRole('button', { name: /^Call / });
    expect(isAsked()).toBe(false);
  });
});

test('a call that another window took at the last moment is not opened twice', async () => {
  hold(mara);
  openApp({ claimCall: async () => false });
  await panel();
  await act(async () => void press('w', { altKey: true }));
  expect(screen.getByRole('combobox')).toBeDefined();
});

test('words that only a draft has come back with the call', async () => {
  const { services } = inventedServices();
  services.drafts.keep({
    phase: 'ended',
    call: {
      report: { ...mara, note: 'Typed before the crash' },
      subtitle: 'Buyer',
      isMuted: false,
      reconnectingSince: null,
      answeredBy: null,
    },
  });
  await waitFor(async () => expect(await services.drafts.list(ADA)).toHaveLength(1));
  hold(mara);
  // Another window had it when this one began, so that it was not brought back at once.
  let isMine = false;
  closeWindow = services.links.stop;
  render(<App services={{ ...services, claimCall: async () => isMine }} />);
  await panel();
  isMine = true;
  press('w', { altKey: true });
  expect(await screen.findByDisplayValue('Typed before the crash')).toBeDefined();
});
