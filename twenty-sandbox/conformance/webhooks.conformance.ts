import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';
import type { Target } from './targets.ts';

interface Delivered {
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: string;
  readonly body: unknown;
}

const SECRET = 'conformance-webhook-secret';
const PATIENCE_MS = 20_000;

/** A real Twenty tells nothing to addresses like ours unless its servers were told that they may. */
const needsLocalTargets = ({ isReal }: Target): string | null =>
  isReal && process.env.TWENTY_TEST_LOCAL_WEBHOOKS !== 'true'
    ? 'set TWENTY_TEST_LOCAL_WEBHOOKS=true where OUTBOUND_HTTP_SAFE_MODE_ENABLED=false'
    : null;

onEveryTwenty(
  'Webhooks',
  (session) => {
    const delivered: Delivered[] = [];
    let server: Server;
    let webhookId = '';
    const metadata = (query: string, variables: Record<string, unknown>) =>
      session().send(query, variables, 'api-key', 'metadata');

    beforeAll(async () => {
      server = createServer((request, response) => {
        let rawBody = '';
        request.setEncoding('utf8').on('data', (part: string) => {
          rawBody += part;
        });
        request.on('end', () => {
          delivered.push({ headers: request.headers, rawBody, body: JSON.parse(rawBody) });
          // Whatever is answered: it is told once.
          response.writeHead(500).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : null;
      const { data, errors } = await metadata(
        'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { id targetUrl operations secret } }',
        {
          input: {
            targetUrl: `http://127.0.0.1:${port}/hook`,
            operations: ['person.*', 'company.updated'],
            secret: SECRET,
          },
        },
      );
      expect(errors).toEqual([]);
      expect(at(data, 'createWebhook', 'secret')).toBe(SECRET);
      webhookId = String(at(data, 'createWebhook', 'id'));
      // A server that looked its webhooks up just before does not know of a new one for a moment.
      for (let attempt = 0; attempt < 10 && delivered.length === 0; attempt += 1) {
        await make();
        for (let waited = 0; waited < 5_000 && delivered.length === 0; waited += 50) await wait(50);
      }
      expect(delivered).not.toEqual([]);
    }, 120_000);
    afterAll(async () => {
      await metadata('mutation ($id: UUID!) { deleteWebhook(id: $id) { id } }', { id: webhookId });
      server.closeAllConnections();
      server.close();
    });

    const heardOf = async (id: string, eventName: string): Promise<Delivered> => {
      const untilMs = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = delivered.find(
          ({ body }) => at(body, 'eventName') === eventName && at(body, 'record', 'id') === id,
        );
        if (found !== undefined) return found;
        if (Date.now() > untilMs) throw new Error(`${eventName} was not told within ${PATIENCE_MS} ms.`);
        await wait(50);
      }
    };
    const make = async () => {
      const id = session().idFor('person');
      await session().create('person', [
        { id, name: { firstName: 'Told', lastName: 'Of' }, phones: { primaryPhoneNumber: '+12025550188' } },
      ]);
      return id;
    };
    const change = (verb: string, id: string, rest = '') =>
      session().send(
        `mutation ($id: UUID!) { ${verb}Person(id: $id${rest}) { id } }`,
        { id },
        verb === 'destroy' ? session().destroyer : 'writer',
      );

    test('a webhook is signed over its time and its body as it was sent', async () => {
      const { headers, rawBody } = await heardOf(await make(), 'person.created');
      const timestamp = String(headers['x-twenty-webhook-timestamp']);
      expect(Math.abs(Date.now() - Number(timestamp))).toBeLessThan(PATIENCE_MS);
      expect(headers['x-twenty-webhook-signature']).toBe(
        createHmac('sha256', SECRET).update(`${timestamp}:${rawBody}`).digest('hex'),
      );
      expect(headers['x-twenty-webhook-nonce']).toMatch(/^[0-9a-f]{32}$/);
    });

    test('it brings the whole record, relations by their ids alone', async () => {
      const id = await make();
      const { body } = await heardOf(id, 'person.created');
      expect(body).toMatchObject({
        workspaceId: expect.any(String),
        eventDate: expect.any(String),
        record: {
          id,
          updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
          deletedAt: null,
          name: { firstName: 'Told', lastName: 'Of' },
          phones: {
            primaryPhoneNumber: '2025550188',
            primaryPhoneCallingCode: '+1',
            additionalPhones: [],
          },
          emails: { primaryEmail: '' },
          jobTitle: '',
          companyId: null,
          updatedBy: { source: expect.any(String) },
        },
      });
      expect(at(body, 'record', 'company')).toBeUndefined();
    });

    test('every kind of change is told, each once', async () => {
      const id = await make();
      await heardOf(id, 'person.created');
      for (const [verb, rest, event, isDeleted] of [
        ['update', ', data: { jobTitle: "Told" }', 'updated', false],
        ['delete', '', 'deleted', true],
        ['restore', '', 'restored', false],
        ['delete', '', 'deleted', true],
        ['destroy', '', 'destroyed', true],
      ] as const) {
        await change(verb, id, rest);
        const { body } = await heardOf(id, `person.${event}`);
        if (event !== 'destroyed') expect(at(body, 'record', 'deletedAt') !== null).toBe(isDeleted);
      }
      const updates = delivered.filter(
        ({ body }) => at(body, 'record', 'id') === id && at(body, 'eventName') === 'person.updated',
      );
      expect(updates).toHaveLength(1);
      expect(at(updates[0]?.body, 'updatedFields')).toEqual(['jobTitle']);
    });

    test('a company is told of when it is renamed, and not when it is made', async () => {
      const id = session().idFor('company');
      await session().create('company', [{ id, name: 'Old Ltd' }]);
      await session().send(
        'mutation ($id: UUID!) { updateCompany(id: $id, data: { name: "New Ltd" }) { id } }',
        { id },
      );
      const { body } = await heardOf(id, 'company.updated');
      expect(at(body, 'record', 'name')).toBe('New Ltd');
      const names = delivered.map(({ body: one }) => at(one, 'eventName'));
      expect(names).not.toContain('company.created');
    });
  },
  needsLocalTargets,
);
