/**
 * Signs a demo member in over HTTP, as a browser would by one click on the sandbox's page.
 * @returns the session as a `Cookie` header
 * @throws Error naming the step that did not redirect
 */
export const signInAt = async (workerUrl: string, memberId: string): Promise<string> => {
  const { location: authorize, cookies } = await redirectOf(`${workerUrl}/auth/sign-in`, '');
  const choice = new URL(authorize);
  choice.pathname = '/authorize/continue';
  choice.searchParams.set('member', memberId);
  const { location: callback } = await redirectOf(choice.href, '');
  const { cookies: session } = await redirectOf(callback, cookies);
  if (session === '') throw new Error('The sign-in ended without a session.');
  return session;
};

const redirectOf = async (url: string, cookie: string): Promise<{ location: string; cookies: string }> => {
  const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  const cookies = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return { location: new URL(location, url).href, cookies };
};
