import { type CallReport, ServerEvent } from '@twenty-dialer/contract';

/** What a rep's window asks of the worker, and what it is told. Nothing is asked again: a failure is counted. */
export interface RepWindow {
  /** Milliseconds of each answered request, by route. */
  readonly tookMs: ReadonlyMap<string, readonly number[]>;
  /** Requests that were not answered as they should be, in words. */
  readonly faults: readonly string[];
  /** Calls of which the stream told that they are wrapped up. */
  readonly heardWrappedUp: ReadonlySet<string>;
  get(route: string, path: string): Promise<void>;
  report(report: CallReport): Promise<void>;
  close(): void;
}

export const openRepWindow = (workerUrl: string, cookie: string): RepWindow => {
  const tookMs = new Map<string, number[]>();
  const faults: string[] = [];
  const heardWrappedUp = new Set<string>();
  const closing = new AbortController();

  const ask = async (route: string, path: string, init: RequestInit, status: number): Promise<void> => {
    const startedAtMs = performance.now();
    try {
      const answer = await fetch(workerUrl + path, {
        ...init,
        headers: { cookie, origin: workerUrl, ...init.headers },
      });
      const text = await answer.text();
      if (answer.status !== status) throw new Error(`${answer.status}: ${text.slice(0, 150)}`);
      tookMs.set(route, [...(tookMs.get(route) ?? []), performance.now() - startedAtMs]);
    } catch (error) {
      faults.push(`${route}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  void listen(`${workerUrl}/api/events`, {
    cookie,
    signal: closing.signal,
    onEvent: (event) => {
      if (event.type === 'call' && event.call.report.stage === 'wrapped-up')
        heardWrappedUp.add(event.call.report.callId);
    },
  }).catch((error: unknown) => {
    if (!closing.signal.aborted) faults.push(`events: ${String(error)}`);
  });

  return {
    tookMs,
    faults,
    heardWrappedUp,
    get: (route, path) => ask(route, path, {}, 200),
    report: (report) =>
      ask(
        'reportCall',
        '/api/call-reports',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) },
        202,
      ),
    close: () => closing.abort(),
  };
};

/** Reads the stream until it is closed. @throws Error when the worker ends it before */
const listen = async (
  url: string,
  { cookie, signal, onEvent }: { cookie: string; signal: AbortSignal; onEvent: (event: ServerEvent) => void },
): Promise<void> => {
  const answer = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal });
  if (answer.status !== 200 || answer.body === null) throw new Error(`${answer.status}`);
  let text = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const pieces = (text + part).split('\n\n');
    text = pieces.pop() ?? '';
    for (const piece of pieces) {
      const data = piece.split('\n').find((line) => line.startsWith('data:'));
      if (data !== undefined) onEvent(ServerEvent.parse(JSON.parse(data.slice(5))));
    }
  }
  throw new Error('the stream ended');
};
