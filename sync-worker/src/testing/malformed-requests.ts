import { ROUTES, type RouteName } from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';

/** A request that is right in many ways, and wrong in some. */
export interface MalformedRequest {
  readonly name: RouteName;
  readonly method: string;
  readonly path: string;
  /** Whose session it bears. */
  readonly as: 'nobody' | 'rep' | 'admin' | 'stranger' | 'tampered';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** What a page of Twenty's shows for somebody who looks at it. */
export const VIEWER_BEARER = 'bearer-of-a-viewer';

const HARD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '‮',
  '%00',
  '%',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '9'.repeat(400),
  'x'.repeat(20_000),
  '2026-11-20T09:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+15550100',
  'tel:+15550100;ext=1',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a',
  'phoneCall:9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a',
  'null',
  'true',
  '-1',
  '1e999',
  '99999999999999999999',
];
const text = fc.oneof(fc.constantFrom(...HARD_TEXTS), fc.string({ unit: 'binary' }), fc.uuid());
const HARD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: null, constructor: 'x' },
];
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 3, arbitrary: fc.constantFrom(...HARD_VALUES) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** One thing done to a value that was right: a part replaced, left out or added. */
const changed = (right: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(right);
  return fc
    .tuple(fc.constantFrom(...paths), value, fc.constantFrom('replace', 'replace', 'remove', 'add'), text)
    .map(([path, other, how, name]) => changeAt(right, path, (at) => changeOf(at, { how, other, name })));
};

const LEFT_OUT = Symbol('left out');
const changeOf = (
  at: unknown,
  { how, other, name }: { how: string; other: unknown; name: string },
): unknown => {
  if (how === 'remove') return LEFT_OUT;
  return how === 'add' && isObject(at) ? { ...at, [name]: other } : other;
};

const isObject = (at: unknown): at is Readonly<Record<string, unknown>> =>
  typeof at === 'object' && at !== null && !Array.isArray(at);

const pathsOf = (at: unknown, path: readonly string[] = []): readonly (readonly string[])[] => [
  path,
  ...(typeof at === 'object' && at !== null
    ? Object.entries(at).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
    : []),
];

const changeAt = (
  at: unknown,
  [key, ...rest]: readonly string[],
  change: (at: unknown) => unknown,
): unknown => {
  if (key === undefined) return change(at);
  const entries = Object.entries(at ?? {}).flatMap(([name, inner]) => {
    const next = name === key ? changeAt(inner, rest, change) : inner;
    return next === LEFT_OUT ? [] : [[name, next] as const];
  });
  return Array.isArray(at) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
};

const several = (right: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(right) },
    { weight: 6, arbitrary: changed(right) },
    { weight: 3, arbitrary: changed(right).chain((once) => changed(once === LEFT_OUT ? {} : once)) },
    { weight: 1, arbitrary: value },
  );

const bodyOf = (right: unknown): fc.Arbitrary<MalformedRequest['body']> =>
  fc.oneof(
    { weight: 12, arbitrary: several(right).map((body) => JSON.stringify(body) ?? '') },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('['.repeat(50_000)) },
  );

const queryOf = (right: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    {
      weight: 6,
      arbitrary: several(right).map((query) =>
        isObject(query)
          ? Object.entries(query)
              .map(([name, inner]) => `${encoded(name)}=${encoded(wordOf(inner))}`)
              .join('&')
          : encoded(wordOf(query)),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(text, text), { maxLength: 5 })
        .map((pairs) => pairs.map(([name, inner]) => `${encoded(name)}=${encoded(inner)}`).join('&')),
    },
  );

const wordOf = (at: unknown): string => (typeof at === 'string' ? at : (JSON.stringify(at) ?? ''));

/** A lone surrogate cannot be encoded: it goes as what browsers make of it. */
const encoded = (part: string): string =>
  new URLSearchParams({ part }).toString().slice('part='.length, 4_000).replaceAll('+', '%20');

const HEADERS: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ 'Content-Type': 'application/json' }) },
  {
    weight: 2,
    arbitrary: fc.constant({
      'Content-Type': 'application/json',
      Authorization: `Bearer ${VIEWER_BEARER}`,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'Content-Type',
        'Last-Event-ID',
        'Authorization',
        'Accept',
        'Origin',
        'If-None-Match',
        'Range',
      ),
      fc.oneof(
        fc.constantFrom(
          'application/json; charset=utf-16',
          'null',
          'Bearer x',
          'Bearer',
          '0',
          '-1',
          '1e99',
          '*/*',
        ),
        fc.string({ maxLength: 60 }).map((words) => words.replace(/[^\x20-\x7e]/g, '')),
      ),
    ),
  },
);

const paramOf = (right: unknown, param: string): fc.Arbitrary<string> => {
  const known = isObject(right) && typeof right[param] === 'string' ? [right[param]] : [];
  return fc.oneof(text, ...known.map((one) => fc.constant(one)));
};

const requestTo = (name: RouteName): fc.Arbitrary<MalformedRequest> => {
  const { method, path } = ROUTES[name];
  const right: unknown = EXAMPLES[name].request?.value ?? {};
  const params = [...path.matchAll(/:(\w+)/g)].map(([, param = '']) => param);
  return fc
    .record({
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant<string>(method) },
        { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH') },
      ),
      as: fc.constantFrom<MalformedRequest['as']>(
        'rep',
        'rep',
        'admin',
        'admin',
        'nobody',
        'stranger',
        'tampered',
      ),
      headers: HEADERS,
      query: queryOf(method === 'GET' ? right : {}),
      body: bodyOf(right),
      params: fc.tuple(...params.map((param) => paramOf(right, param))),
    })
    .map(({ query, body, params: values, ...rest }) => ({
      name,
      ...rest,
      path: `${params.reduce((filled, param, nth) => filled.replace(`:${param}`, encoded(values[nth] ?? '')), path)}${query === '' ? '' : `?${query}`}`,
      body: rest.method === 'GET' ? null : body,
    }));
};

/** Requests to every route of the contract, made of its living examples. */
export const malformedRequests: fc.Arbitrary<MalformedRequest> = fc
  .constantFrom(...(Object.keys(ROUTES) as RouteName[]))
  .chain(requestTo);
