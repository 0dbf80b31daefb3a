import { describe, expect, test } from 'vitest';
import { type LinkWindow, parseDialLink, watchDialLinks } from './deep-link.ts';

const PERSON = '55555555-5555-4555-8555-555555555555';
const TICKET = 'q3Zx0b9cJk1uWm5TtYh7Lr2Vd8Fs4Ng6Pa0Ee_Ci-Xo';

describe('reading a link from Twenty', () => {
  test.each([
    [`#dial=+12025550123&person=${PERSON}&n=1`, { to: '+12025550123', personId: PERSON }],
    [`#dial=%2B12025550123&n=2`, { to: '+12025550123' }],
    ['#dial=+1 (202) 555-0123', { to: '+12025550123' }],
    [`#dial=&person=${PERSON}`, { personId: PERSON }],
    [`#dial=2025550123&person=${PERSON}`, { personId: PERSON }],
    ['#dial=+12025550123&person=<script>', { to: '+12025550123' }],
    [`#dial=%2B12025550123&ticket=${TICKET}&n=3`, { to: '+12025550123', ticket: TICKET }],
    ['#dial=%2B12025550123&ticket=made-up', { to: '+12025550123' }],
    ['#dial=tel%3A%2B1-202-555-0123%3Bext%3D77', { to: '+12025550123' }],
    ['#dial=tel%3A(202)%20555-0123', { typed: '2025550123' }],
    [`#dial=tel%3A%2B12025550123&ticket=${TICKET}`, { to: '+12025550123' }],
  ])('%s', (hash, expected) => {
    expect(parseDialLink(hash)).toEqual({ to: null, personId: null, ticket: null, typed: null, ...expected });
  });

  test.each(['', '#/', '#/calls', '#dial=', '#dial=hello', '#dial=javascript:alert(1)', '#dial=tel%3Ahello'])(
    'nothing is dialed from %s',
    (hash) => {
      expect(parseDialLink(hash)).toBeNull();
    },
  );
});

const fakeWindow = (hash: string) => {
  const target = new EventTarget();
  const location = { pathname: '/', search: '', hash };
  const page = Object.assign(target, {
    location,
    history: {
      replaceState: (_state: unknown, _title: string, address: string) => {
        location.hash = address.slice(address.indexOf('#'));
      },
    },
  }) as unknown as LinkWindow;
  const goTo = (next: string) => {
    location.hash = next;
    target.dispatchEvent(new Event('popstate'));
    target.dispatchEvent(new Event('hashchange'));
  };
  return { page, location, goTo };
};

describe('a link that arrives', () => {
  test('with the page is kept until the rep is signed in, and taken once', () => {
    const { page } = fakeWindow('#dial=+12025550123');
    const links = watchDialLinks(page);
    expect(links.peek()?.to).toBe('+12025550123');
    expect(links.take()?.to).toBe('+12025550123');
    expect(links.take()).toBeNull();
  });

  test('leaves the address, so that a reload does not bring it again', () => {
    const { page, location } = fakeWindow('#dial=+12025550123');
    watchDialLinks(page);
    expect(location.hash).toBe('#/');
  });

  test('a second time with the very same words is news again', () => {
    const { page, goTo } = fakeWindow('#/');
    const links = watchDialLinks(page);
    let told = 0;
    links.subscribe(() => {
      told += 1;
    });
    goTo('#dial=+12025550123');
    links.take();
    goTo('#dial=+12025550123');
    expect(told).toBe(2);
    expect(links.take()?.to).toBe('+12025550123');
  });
});
