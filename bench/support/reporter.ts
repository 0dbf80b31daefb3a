import { Agent, request } from 'node:http';
import type { CallReport, MemberId } from '@twenty-dialer/contract';

/** Reports calls to a worker as the dialer does: over kept-alive connections, with the rep's own session. */
export interface Reporter {
  /** @throws Error with the worker's answer, when that is no 202 */
  report(call: CallReport): Promise<void>;
  close(): void;
}

/** Plain `http`: what the sender itself costs is taken from the machine that is looked at. */
export const createReporter = (
  workerUrl: string,
  cookies: ReadonlyMap<MemberId, string>,
  { connections }: { connections: number },
): Reporter => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    report: (call) => post({ agent, url: `${workerUrl}/api/call-reports`, origin: workerUrl }, call, cookies),
    close: () => agent.destroy(),
  };
};

const post = (
  { agent, url, origin }: { agent: Agent; url: string; origin: string },
  call: CallReport,
  cookies: ReadonlyMap<MemberId, string>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(call);
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        origin,
        cookie: cookies.get(call.workspaceMemberId) ?? '',
      },
    });
    sent.on('error', (error) => {
      // A kept connection may be closed by the worker at the moment that it is taken up again: any client tries once more,
      // and the same report counts once.
      if (sent.reusedSocket) post({ agent, url, origin }, call, cookies).then(resolve, reject);
      else reject(error);
    });
    sent.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 202 ? resolve() : reject(new Error(`${answer.statusCode}: ${text}`)),
      );
    });
    sent.end(body);
  });
