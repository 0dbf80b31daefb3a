import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Webhook = z.object({
  id: z.string(),
  targetUrl: z.string(),
  operations: z.array(z.string()),
  description: z.string().nullable(),
  secret: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.null(),
});
export type Webhook = z.infer<typeof Webhook>;
export type WebhookInput = Partial<Pick<Webhook, 'targetUrl' | 'operations' | 'description' | 'secret'>>;

/** The webhooks of the workspace, kept over a restart. */
export interface WebhookStore {
  readonly all: readonly Webhook[];
  create(input: WebhookInput & { id: string; now: string }): Webhook;
  /** Undefined: there is none. */
  update(id: string, input: WebhookInput, now: string): Webhook | undefined;
  remove(id: string): Webhook | undefined;
}

export const openWebhookStore = (folder: string | null): WebhookStore => {
  const file = folder === null ? null : join(folder, 'webhooks.json');
  let all: Webhook[] =
    file !== null && existsSync(file) ? z.array(Webhook).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const save = (next: Webhook[]) => {
    all = next;
    if (file === null || folder === null) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  };
  return {
    get all() {
      return all;
    },
    create: ({ id, now, ...input }) => {
      const webhook: Webhook = {
        id,
        targetUrl: input.targetUrl ?? '',
        operations: input.operations ?? [],
        description: input.description ?? null,
        // Without one Twenty makes one up.
        secret: input.secret || randomBytes(32).toString('hex'),
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      };
      save([...all, webhook]);
      return webhook;
    },
    update: (id, input, now) => {
      save(all.map((one) => (one.id === id ? { ...one, ...input, updatedAt: now } : one)));
      return all.find((one) => one.id === id);
    },
    remove: (id) => {
      const found = all.find((one) => one.id === id);
      save(all.filter((one) => one !== found));
      return found;
    },
  };
};
