import type { AlertChannel, AlertList } from '@twenty-dialer/contract';
import { forPermission, type RouteHandlers } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { AlertSettings } from './settings.ts';
import { wordsOf } from './words.ts';

const MOST = 50;

/** What admins see on every page: what is wrong, since when, and who was told. */
export const alertRoutes = ({
  store,
  alerts: settings,
}: {
  readonly store: Store;
  readonly alerts: Pick<AlertSettings, 'webhook' | 'mail'>;
}): Pick<RouteHandlers, 'alerts'> => {
  const channels: AlertChannel[] = [
    ...(settings.webhook === null ? [] : (['webhook'] as const)),
    ...(settings.mail === null ? [] : (['mail'] as const)),
  ];
  return {
    alerts: forPermission('see-deliveries', async (c, { workspaceId }) => {
      const kept = await store.transaction(workspaceId, (tx) => tx.alerts.list(MOST));
      const alerts = kept.map(({ figures, ...alert }) => {
        const { message, remedy } = wordsOf(alert.kind, figures);
        return { ...alert, notices: [...alert.notices], message, remedy };
      });
      return c.json({ alerts, channels } satisfies AlertList);
    }),
  };
};
