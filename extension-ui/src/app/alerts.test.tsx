import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import type { Alert } from '@twenty-dialer/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { as, inventedSession } from '../testing/invented.ts';
import { inventedServices } from '../testing/screen.tsx';
import { giveElementsSize } from '../testing/screen-size.ts';
import { standInWorker } from '../testing/stand-in-worker.ts';
import { App } from './app.tsx';

const worker = standInWorker();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  giveElementsSize();
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => {
  localStorage.clear();
});
let closeWindow: () => void = () => undefined;
afterEach(() => {
  cleanup();
  closeWindow();
  worker.reset();
});
afterAll(() => worker.server.close());

const openApp = (hash: string) => {
  window.location.hash = hash;
  const { services } = inventedServices();
  closeWindow = services.links.stop;
  render(<App services={services} />);
};

const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: crypto.randomUUID(),
  kind: 'dead-letters',
  message: 'Twenty does not accept some records.',
  remedy: 'Put right what it names.',
  openedAt: '2026-11-21T09:00:00.000Z',
  closedAt: null,
  notices: [],
  ...changes,
});

describe('an admin', () => {
  beforeEach(() => worker.setSession(inventedSession(as('rep', 'admin'))));

  test.each(['#/', '#/calls', '#/me'])(
    'reads on %s what is wrong, one press from where it is put right',
    async (hash) => {
      worker.setAlerts([anAlert(), anAlert({ kind: 'disk-low', message: 'The disk is getting full.' })]);
      openApp(hash);
      expect(await screen.findByText('Twenty does not accept some records. And 1 more.')).toBeDefined();
      const strip = screen
        .getAllByRole('status')
        .find((status) => status.textContent?.includes('And 1 more'));
      const way = strip && within(strip).getByRole('link', { name: 'Deliveries' });
      expect(way?.getAttribute('href')).toBe('/#/deliveries');
    },
  );

  test('reads first that nothing is written at all, and then what was not accepted', async () => {
    const since = '2026-11-21T09:00:00.000Z';
    worker.setSession({
      ...inventedSession({ delivery: { state: 'paused', since, message: 'Ann has stopped delivery.' } }),
      ...as('rep', 'admin'),
    });
    worker.setAlerts([anAlert()]);
    openApp('#/');
    expect(await screen.findByText(/Writing to Twenty is paused/)).toBeDefined();
    await waitFor(() => expect(worker.alertsAsked()).toBeGreaterThan(0));
    expect(screen.queryByText('Twenty does not accept some records.')).toBeNull();
  });

  test('is left alone by what is over', async () => {
    worker.setAlerts([anAlert({ closedAt: '2026-11-21T09:10:00.000Z' })]);
    openApp('#/');
    await waitFor(() => expect(worker.alertsAsked()).toBeGreaterThan(0));
    expect(screen.queryByText('Twenty does not accept some records.')).toBeNull();
  });
});

test('somebody who is no admin is shown no alert, and none is asked for', async () => {
  worker.setAlerts([anAlert()]);
  openApp('#/');
  expect(await screen.findByRole('combobox')).toBeDefined();
  expect(worker.alertsAsked()).toBe(0);
});
