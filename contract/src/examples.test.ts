import { describe, expect, test } from 'vitest';
import { EXAMPLES, exampleDialedReport, exampleEndedReport, exampleProblem } from './examples.ts';
import { CallReport, PROBLEMS, Problem, ProblemCode, ROUTES, type RouteName, SignInQuery } from './index.ts';

const names = Object.keys(ROUTES) as RouteName[];

describe('every route has an example that both sides understand', () => {
  test.each(names)('%s', (name) => {
    const { request, response } = EXAMPLES[name];
    if (request) expect(request.schema.safeParse(request.value)).toMatchObject({ success: true });
    if (response) expect(response.schema.parse(response.value)).toEqual(response.value);
  });

  test('an example survives its way over the wire unchanged', () => {
    for (const { response } of Object.values(EXAMPLES)) {
      if (response) expect(JSON.parse(JSON.stringify(response.value))).toEqual(response.value);
    }
  });

  test('the earlier reports of the example call are whole reports too', () => {
    expect(CallReport.parse(exampleDialedReport)).toEqual(exampleDialedReport);
    expect(CallReport.parse(exampleEndedReport)).toEqual(exampleEndedReport);
  });
});

test('each problem code keeps one HTTP status, and the example shows the shape', () => {
  for (const code of ProblemCode.options) {
    const { status, title } = PROBLEMS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).not.toMatch(/[.!]$/);
  }
  expect(Problem.parse(exampleProblem).status).toBe(PROBLEMS[exampleProblem.code].status);
});

test('nobody is sent to another site after sign-in', () => {
  for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'calls', '/a b']) {
    expect(SignInQuery.safeParse({ returnTo }).success, returnTo).toBe(false);
  }
  expect(SignInQuery.parse({})).toEqual({ returnTo: '/' });
  expect(SignInQuery.parse({ returnTo: '/calls?day=1' }).returnTo).toBe('/calls?day=1');
});
