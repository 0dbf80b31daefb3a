import { createHmac, randomUUID } from 'node:crypto';
import { Problem, ROUTES, WEBHOOK_OPERATIONS } from '../../contract/src/index.ts';
import { createTwentyApi } from '../connect/twenty-api.ts';
import { ourWebhook, targetOf, webhooksOf } from '../connect/webhook.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, odd, well } from './finding.ts';

const CONNECT =
  'Run npm run connect: it registers the webhook and writes its secret. Then start the worker again.';
const PATIENCE_MS = 10_000;

/** The worker believes what is signed with the secret of the settings and nothing else, and Twenty signs with that. */
export const examineWebhook = async (deps: DoctorDeps): Promise<Finding> => {
  const { webhookSecret: secret, internalUrl, adminKey, apiUrl } = deps.installation;
  if (secret === null) {
    return odd(
      'TWENTY_WEBHOOK_SECRET is not set: changes in Twenty arrive within a minute, by asking, and not at once.',
      CONNECT,
    );
  }
  if ((await post(deps, `not ${secret}`)) !== 'refused') {
    return ill(
      `The worker at ${internalUrl} does not refuse a webhook with a wrong signature.`,
      'It runs without TWENTY_WEBHOOK_SECRET, or something else answers there. Start the worker again with the settings that this command reads.',
    );
  }
  const taken = await post(deps, secret);
  if (taken !== 'taken') {
    return ill(
      `The worker at ${internalUrl} does not believe what is signed with TWENTY_WEBHOOK_SECRET.`,
      'It runs with another secret, or its clock is wrong. Start it again with the settings that this command reads.',
    );
  }
  if (adminKey === null) {
    return notExamined(
      'The worker takes signed webhooks. Whether Twenty sends them can be seen only with TWENTY_API_KEY.',
    );
  }
  const admin = createTwentyApi({ apiUrl, token: adminKey, fetch: deps.fetch });
  const ours = ourWebhook(await webhooksOf(admin), { workerUrl: internalUrl, secret });
  if (ours === undefined) return ill(`Twenty has no webhook to ${targetOf(internalUrl)}.`, CONNECT);
  if (ours.targetUrl !== targetOf(internalUrl)) {
    return ill(`Twenty sends webhooks to ${ours.targetUrl}, and the worker is at ${internalUrl}.`, CONNECT);
  }
  if (ours.secret !== secret) return ill('Twenty signs webhooks with another secret.', CONNECT);
  const lacking = WEBHOOK_OPERATIONS.filter((operation) => !ours.operations.includes(operation));
  if (lacking.length > 0) return ill(`The webhook does not tell of ${lacking.join(', ')}.`, CONNECT);
  return isPrivate(internalUrl)
    ? well(
        `Twenty sends signed webhooks to ${ours.targetUrl}. It drops those to private addresses unless OUTBOUND_HTTP_SAFE_MODE_ENABLED=false is set there.`,
      )
    : well(`Twenty sends signed webhooks to ${ours.targetUrl}.`);
};

/** An event of an object that nobody has: the worker checks its signature and takes nothing from it. */
const post = async (
  { installation, fetch, nowMs }: DoctorDeps,
  secret: string,
): Promise<'taken' | 'refused' | 'something else'> => {
  const body = JSON.stringify({
    eventName: 'twentyDialerDoctor.created',
    objectMetadata: { id: randomUUID(), nameSingular: 'twentyDialerDoctor' },
    workspaceId: randomUUID(),
    eventDate: new Date(nowMs()).toISOString(),
    record: { id: randomUUID() },
  });
  const timestamp = String(nowMs());
  const answer = await fetch(`${installation.internalUrl}${ROUTES.twentyWebhook.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-twenty-webhook-timestamp': timestamp,
      'x-twenty-webhook-nonce': randomUUID(),
      'x-twenty-webhook-signature': createHmac('sha256', secret).update(`${timestamp}:${body}`).digest('hex'),
    },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (answer?.ok) return 'taken';
  const problem = Problem.safeParse(await answer?.json().catch(() => null));
  return problem.success && problem.data.code === 'webhook-refused' ? 'refused' : 'something else';
};

const isPrivate = (url: string): boolean => {
  const { hostname } = new URL(url);
  return (
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname) || !hostname.includes('.')
  );
};
