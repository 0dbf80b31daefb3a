import { expect, test } from 'vitest';
import { z } from 'zod';
import { testSandbox } from '../testing/test-sandbox.ts';

const AUTHORIZE =
  '/authorize/continue?client_id=test-app&redirect_uri=http%3A%2F%2Flocalhost%3A4400%2Fauth%2Fcallback';

test('links take a ticket as whoever was chosen on the sign-in page, and as nobody before that', async () => {
  const sandbox = testSandbox({ seed: 1 });
  const tokenFor = async (cookie: string) => {
    const response = await sandbox.app.request('/sandbox/viewer-token', { headers: { cookie } });
    const { token } = z.object({ token: z.string().nullable() }).parse(await response.json());
    return token;
  };
  expect(await tokenFor('')).toBeNull();
  expect(await tokenFor('sandbox_viewer=nobody')).toBeNull();
  const page = await (await sandbox.app.request(AUTHORIZE.replace('/continue', ''))).text();
  const member = /data-member="([^"]+)"/.exec(page)?.[1];
  const chosen = await sandbox.app.request(`${AUTHORIZE}&member=${member}`);
  const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const answer = await sandbox.metadata(
    '{ currentUser { workspaceMember { id } } }',
    {},
    await tokenFor(cookie),
  );
  expect(answer).toMatchObject({ data: { currentUser: { workspaceMember: { id: member } } } });
});

test('the frame that asks has no origin of its own, and reaches the dialer and nothing else', async () => {
  const sandbox = testSandbox();
  const response = await sandbox.app.request('/sandbox/call-link');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain('sandbox allow-scripts;');
  expect(policy).toContain('connect-src http://localhost:4400;');
  expect(await response.text()).toContain('http://localhost:4400/api/twenty/dial-ticket');
});
