import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { type AppChange, planApp } from './apply-app.ts';
import type { Registration } from './check-access.ts';
import { type AddressPlan, planAddress } from './dialer-address.ts';
import type { OwnOption } from './own-options.ts';
import { describeGroups, type GroupsPlan, planGroups } from './rep-groups.ts';
import type { Sdk } from './sdk.ts';
import type { ConnectSettings } from './settings.ts';
import { lackingSignIn } from './sign-in-settings.ts';
import type { TwentyApi } from './twenty-api.ts';
import { planWebhook, type WebhookPlan, webhooksOf } from './webhook.ts';

/** All that connecting would change in Twenty, found out before anything is changed. */
export interface ConnectPlan {
  readonly app: AppChange;
  readonly groups: readonly GroupsPlan[];
  /** Null: links in Twenty lead where they should. */
  readonly address: AddressPlan | null;
  /** Null: nothing says where Twenty's server reaches the worker. */
  readonly webhook: WebhookPlan | null;
  readonly lines: readonly string[];
  readonly isNothing: boolean;
}

interface PlanDeps {
  readonly admin: TwentyApi;
  readonly manifest: AppManifest;
  readonly sdk: Pick<Sdk, 'plan'>;
  readonly settings: ConnectSettings;
  /** Null while the app is not in the workspace. */
  readonly registration: Registration | null;
  readonly ownOptions: readonly OwnOption[];
}

export const planAll = async (deps: PlanDeps): Promise<ConnectPlan> => {
  const { admin, manifest, settings, registration, ownOptions } = deps;
  const app = await planApp(deps.sdk);
  const webhook =
    settings.workerUrl === null
      ? null
      : planWebhook(await webhooksOf(admin), {
          workerUrl: settings.workerUrl,
          secret: settings.webhookSecret,
        });
  const groups = await planGroups(admin, manifest);
  const address = await planAddress(admin, { manifest, publicUrl: settings.publicUrl });
  const newAddresses = lackingSignIn(registration, settings.redirectUris);
  return {
    app,
    webhook,
    groups,
    address,
    lines: [
      ...app.lines.map((line) => `app: ${line}`),
      ...app.lost.map((line) => `app: DATA WOULD BE LOST: ${line}`),
      ...ownOptions.map(({ field, option }) => `app: your own option "${option.label}" of ${field} stays`),
      ...(newAddresses.length > 0 ? [`sign-in: may return to ${newAddresses.join(', ')}`] : []),
      ...(address ? [`links in Twenty: lead to ${address.to}, no more to ${address.from}`] : []),
      ...describeWebhook(webhook),
      ...describeGroups(groups),
      ...(registration === null
        ? ['after that: groups for the members there are, in the views that are grouped by rep']
        : []),
    ],
    isNothing:
      app.isNothing &&
      registration !== null &&
      newAddresses.length === 0 &&
      (webhook === null || webhook.kind === 'as it should be') &&
      address === null &&
      groups.length === 0,
  };
};

const describeWebhook = (plan: WebhookPlan | null): string[] => {
  if (plan === null) {
    return [
      'webhook: none, because neither DIALER_PUBLIC_URL nor DIALER_INTERNAL_URL says where Twenty reaches the worker; it asks Twenty for changes every minute instead',
    ];
  }
  if (plan.kind === 'as it should be') return [];
  return [`webhook: ${plan.kind === 'create' ? 'a new one' : 'the present one is set'} to ${plan.targetUrl}`];
};
