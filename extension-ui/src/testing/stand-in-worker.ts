import {
  type Alert,
  type CallPage,
  CallReport,
  type CallView,
  type HistoryCall,
  type HistoryPage,
  PROBLEM_MEDIA_TYPE,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  ROUTES,
} from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import {
  ADA,
  BEN,
  inventedHistoryCall,
  inventedPerson,
  inventedProgression,
  inventedSession,
  inventedView,
} from './invented.ts';

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

type HistoryAnswer = (query: URLSearchParams) => HistoryPage | Response;

const asHistory = ({ report, sync, points }: CallView): HistoryCall =>
  inventedHistoryCall(0, {
    key: report.callId,
    callId: report.callId,
    person:
      report.personId === null
        ? null
        : { id: report.personId, name: report.personName, twentyUrl: 'http://localhost:4410/object/person' },
    number: report.to,
    outcome: report.outcome,
    line: report.line,
    status: report.status,
    startedAt: report.startedAt,
    sync,
    points,
  });

/** A call's page of which Twenty knows nothing yet. */
const pageOf = (own: CallView | undefined): CallPage | null =>
  own === undefined
    ? null
    : {
        call: asHistory(own),
        own,
        moments: [{ type: 'initiated', source: 'browser', at: own.report.startedAt }],
        edits: [],
        notes:
          own.report.note === ''
            ? []
            : [
                {
                  id: own.report.callId,
                  text: own.report.note,
                  writtenAt: null,
                  state: own.sync.state,
                  twentyUrl: null,
                },
              ],
        inTwenty: null,
        twenty: { state: 'read' },
      };

/** A worker for tests: keeps reports as the contract says, and can be told to answer otherwise. */
export const standInWorker = () => {
  const held = new Map<string, CallView>();
  const received: CallReport[] = [];
  let instead: (() => Response) | null = null;
  let session = inventedSession();
  let progression = inventedProgression();
  let alerts: readonly Alert[] = [];
  let alertsAsked = 0;

  let history: HistoryAnswer = () => ({
    calls: [...held.values()].map(asHistory),
    nextCursor: null,
    counts: { inTwenty: 0, onTheWay: held.size },
    twenty: { state: 'read' },
  });
  const usualHistory = history;
  const asked: URLSearchParams[] = [];
  const pages = new Map<string, CallPage>();

  const server = setupServer(
    http.get(WORKER + ROUTES.history.path, ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      const answer = history(query);
      return answer instanceof Response ? answer : HttpResponse.json(answer);
    }),
    http.get(WORKER + ROUTES.callPage.path, ({ params: { callId } }) => {
      const page = pages.get(String(callId)) ?? pageOf(held.get(String(callId)));
      return page === null ? problemAnswer('not-found') : HttpResponse.json(page);
    }),
    http.get(WORKER + ROUTES.listMembers.path, () =>
      HttpResponse.json({
        members: [
          { id: ADA, name: 'Ada Okoro' },
          { id: BEN, name: 'Ben Adler' },
        ],
      }),
    ),
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
    http.get(WORKER + ROUTES.alerts.path, () => {
      alertsAsked += 1;
      return HttpResponse.json({ alerts, channels: [] });
    }),
    http.get(WORKER + ROUTES.searchPeople.path, () => HttpResponse.json({ people: [inventedPerson()] })),
    http.get(WORKER + ROUTES.dialCheck.path, () => HttpResponse.json({ verdict: 'allowed' })),
    http.get(WORKER + ROUTES.numberOwners.path, ({ request }) => {
      const person = inventedPerson();
      const number = new URL(request.url).searchParams.get('number');
      const has = person.phones.some((phone) => phone === number);
      return HttpResponse.json({ owners: has ? [{ person, because: 'only-one' }] : [] });
    }),
    http.get(WORKER + ROUTES.searchCompanies.path, () => HttpResponse.json({ companies: [] })),
    http.get(WORKER + ROUTES.searchOpportunities.path, () => HttpResponse.json({ opportunities: [] })),
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
    /** What was asked of history, in order. */
    asked,
    answerHistory: (answer: HistoryAnswer) => {
      history = answer;
    },
    /** Pages of calls that answer otherwise than what is held would. */
    pages,
    setAlerts: (next: readonly Alert[]) => {
      alerts = next;
    },
    alertsAsked: () => alertsAsked,
    setProgression: (next: typeof progression) => {
      progression = next;
    },
    reset: () => {
      held.clear();
      pages.clear();
      asked.length = 0;
      history = usualHistory;
      received.length = 0;
      instead = null;
      session = inventedSession();
      progression = inventedProgression();
      alerts = [];
      alertsAsked = 0;
    },
  };
};
