import {
  CallReport,
  type CallView,
  PROBLEM_MEDIA_TYPE,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  ROUTES,
} from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { inventedPerson, inventedProgression, inventedSession, inventedView } from './invented.ts';

export const WORKER = 'http://dialer.test';

/** An answer in the one error shape. */
export const problemAnswer = (code: ProblemCode, more: Partial<Problem> = {}) =>
  HttpResponse.json(
    {
      type: `about:blank#${code}`,
      code,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      detail: 'What happened.',
      remedy: 'What to do.',
      fields: [],
      requestId: 'request-1',
      ...more,
    },
    { status: PROBLEMS[code].status, headers: { 'content-type': PROBLEM_MEDIA_TYPE } },
  );

/** A worker for tests: keeps reports as the contract says, and can be told to answer otherwise. */
export const standInWorker = () => {
  const held = new Map<string, CallView>();
  const received: CallReport[] = [];
  let instead: (() => Response) | null = null;
  let session = inventedSession();
  let progression = inventedProgression();

  const server = setupServer(
    http.get(WORKER + ROUTES.session.path, () => instead?.() ?? HttpResponse.json(session)),
    http.post(WORKER + ROUTES.reportCall.path, async ({ request }) => {
      const report = CallReport.parse(await request.json());
      received.push(report);
      if (instead !== null) return instead();
      const present = held.get(report.callId);
      if (present !== undefined && present.report.revision > report.revision) {
        return HttpResponse.json({ result: 'superseded', call: present }, { status: 202 });
      }
      const call = inventedView(report, {}, held.size + 1);
      held.set(report.callId, call);
      return HttpResponse.json({ result: 'accepted', call }, { status: 202 });
    }),
    http.get(WORKER + ROUTES.listCalls.path, () =>
      HttpResponse.json({ calls: [...held.values()], hasMore: false }),
    ),
    http.get(WORKER + ROUTES.unwrappedCalls.path, () =>
      HttpResponse.json({
        calls: [...held.values()].filter(({ report }) => report.outcome === null),
        hasMore: false,
      }),
    ),
    http.get(WORKER + ROUTES.progression.path, () => instead?.() ?? HttpResponse.json(progression)),
    http.get(WORKER + ROUTES.searchPeople.path, () => HttpResponse.json({ people: [inventedPerson()] })),
    http.get(`${WORKER}/api/people/:personId`, () => HttpResponse.json(inventedPerson())),
  );

  return {
    server,
    received,
    held,
    /** From now on every route but lists answers like this; null: as usual again. */
    answerWith: (answer: (() => Response) | null) => {
      instead = answer;
    },
    setSession: (view: typeof session) => {
      session = view;
    },
    setProgression: (next: typeof progression) => {
      progression = next;
    },
    reset: () => {
      held.clear();
      received.length = 0;
      instead = null;
      session = inventedSession();
      progression = inventedProgression();
    },
  };
};
