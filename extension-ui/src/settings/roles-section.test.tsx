import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { type Grant, GrantRequest, MapRole, ROUTES, type RoleMapping } from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { as, BEN, inventedSession } from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
let mapping: RoleMapping;
let grants: Grant[];
let asked: unknown[];
let isRefused: boolean;

beforeAll(() => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  mapping = {
    roles: [
      {
        twentyRoleId: 'admin',
        label: 'Admin',
        roles: ['rep', 'admin'],
        isDefault: true,
        isAdminInTwenty: true,
        members: 1,
      },
      {
        twentyRoleId: 'lead',
        label: 'Lead',
        roles: ['rep'],
        isDefault: true,
        isAdminInTwenty: false,
        members: 2,
      },
    ],
    twenty: { state: 'read' },
  };
  grants = [];
  asked = [];
  isRefused = false;
});
afterEach(() => {
  cleanup();
  close();
  worker.reset();
});
afterAll(() => worker.server.close());
let close: () => void = () => undefined;

const open = (session = as('rep', 'admin')) => {
  worker.setSession(inventedSession(session));
  const changeGrants = (isGiven: boolean) =>
    http.post(
      WORKER + (isGiven ? ROUTES.grantPermission : ROUTES.takeBackPermission).path,
      async ({ request }) => {
        const { memberId, permission } = GrantRequest.parse(await request.json());
        asked.push([isGiven, memberId, permission]);
        const member = { id: memberId, name: 'Ben Adler' };
        grants = isGiven ? [{ member, permission, by: 'Ada Okoro', at: '2026-11-21T08:00:00.000Z' }] : [];
        return HttpResponse.json({ grants });
      },
    );
  worker.server.use(
    http.get(WORKER + ROUTES.deliveryJobs.path, () => HttpResponse.json({ jobs: [] })),
    http.get(WORKER + ROUTES.workspaceSettings.path, () =>
      HttpResponse.json(EXAMPLES.workspaceSettings.response?.value as object),
    ),
    http.get(WORKER + ROUTES.roleMapping.path, () => HttpResponse.json(mapping)),
    http.post(WORKER + ROUTES.mapRole.path, async ({ request }) => {
      const change = MapRole.parse(await request.json());
      asked.push(change);
      if (isRefused) return problemAnswer('store-unavailable');
      const set = { roles: change.roles ?? ['rep' as const], isDefault: change.roles === null };
      mapping = {
        ...mapping,
        roles: mapping.roles.map((role) =>
          role.twentyRoleId === change.twentyRoleId ? { ...role, ...set } : role,
        ),
      };
      return HttpResponse.json(mapping);
    }),
    http.get(WORKER + ROUTES.grants.path, () => HttpResponse.json({ grants })),
    changeGrants(true),
    changeGrants(false),
  );
  close = openApp('#/settings').close;
};
const roleNamed = (name: RegExp) => screen.findByRole('group', { name });
const box = (of: HTMLElement, name: string) => within(of).getByRole<HTMLInputElement>('checkbox', { name });

describe('what a role is here', () => {
  test('is changed by one press, and goes back to the usual by another', async () => {
    open();
    const lead = await roleNamed(/^Lead/);
    fireEvent.click(box(lead, 'Manager'));
    await expect.poll(() => box(lead, 'Manager').checked).toBe(true);
    expect(await screen.findByText('Saved.')).toBeTruthy();
    fireEvent.click(await within(lead).findByRole('button', { name: 'Back to the usual: Lead' }));
    await expect.poll(() => box(lead, 'Manager').checked).toBe(false);
    expect(asked).toEqual([
      { twentyRoleId: 'lead', roles: ['rep', 'manager'] },
      { twentyRoleId: 'lead', roles: null },
    ]);
  });

  test('can be nothing, and says what that means', async () => {
    open();
    const lead = await roleNamed(/^Lead/);
    fireEvent.click(box(lead, 'Rep'));
    expect(await within(lead).findByText('Has no part in the dialer.')).toBeTruthy();
  });

  test('is always admin for whoever may change all settings in Twenty', async () => {
    open();
    const admin = await roleNamed(/^Admin/);
    expect(box(admin, 'Admin')).toMatchObject({ checked: true, disabled: true });
  });

  test('that could not be kept stays what it was, and says so', async () => {
    isRefused = true;
    open();
    const lead = await roleNamed(/^Lead/);
    fireEvent.click(box(lead, 'Manager'));
    expect(await screen.findByText(/What happened\. What to do\./)).toBeTruthy();
    expect(box(lead, 'Manager').checked).toBe(false);
  });

  test('is shown for the roles that are known here while Twenty is away', async () => {
    mapping = { ...mapping, twenty: { state: 'away', message: 'Twenty cannot be reached.' } };
    open();
    expect(
      await screen.findByText(/Twenty gives no list of its roles to the dialer \(“Twenty cannot be reached/),
    ).toBeTruthy();
  });
});

test('a single permission is given and taken back', async () => {
  open();
  expect(await screen.findByText('Nobody has any.')).toBeTruthy();
  await screen.findByRole('option', { name: 'Ben Adler' });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Give' }).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Member'), { target: { value: BEN } });
  fireEvent.change(screen.getByLabelText('May'), { target: { value: 'see-audit' } });
  fireEvent.click(screen.getByRole('button', { name: 'Give' }));
  fireEvent.click(
    await screen.findByRole('button', { name: 'Take back: Ben Adler may read the audit trail' }),
  );
  expect(await screen.findByText('Nobody has any.')).toBeTruthy();
  expect(asked).toEqual([
    [true, BEN, 'see-audit'],
    [false, BEN, 'see-audit'],
  ]);
});

test('who may not say what others may does not see how', async () => {
  open(as('rep'));
  await screen.findByRole('heading', { name: 'Settings' });
  expect(screen.queryByRole('heading', { name: 'Roles' })).toBeNull();
});
