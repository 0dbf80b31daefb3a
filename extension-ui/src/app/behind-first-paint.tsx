import { lazy, useEffect } from 'react';
import { loadHintPopup } from '../ui/hint.tsx';

const loadHelpSheet = () => import('./help-sheet.tsx');
const loadBlockedNotice = async () => ({
  default: (await import('../dialer/blocked-notice.tsx')).BlockedNotice,
});
const loadOwnerChoice = async () => ({ default: (await import('../dialer/owner-choice.tsx')).OwnerChoice });
const loadCallLinks = () => import('../wrap-up/call-links.tsx');
const loadMore = () => import('../ui/more.tsx');
const loadWaitingPanel = () => import('../unwrapped/waiting-panel.tsx');
const loadJobBar = () => import('../deliveries/job-bar.tsx');
export const loadDeliveriesPage = () => import('../deliveries/deliveries-page.tsx');
export const loadTeamPage = () => import('../team/team-page.tsx');
export const loadReconciliationPage = () => import('../reconciliation/reconciliation-page.tsx');
export const loadAuditPage = () => import('../audit/audit-page.tsx');
export const loadSettingsPage = () => import('../settings/settings-page.tsx');
export const loadMePage = () => import('./me-page.tsx');
export const loadHistoryPage = () => import('../history/history-page.tsx');
export const loadCallRoute = () => import('../history/call-route.tsx');
export const loadPastCallPage = () => import('../history/past-call-page.tsx');

const REST = [
  loadHintPopup,
  loadBlockedNotice,
  loadOwnerChoice,
  loadCallLinks,
  loadMore,
  loadWaitingPanel,
  loadHistoryPage,
  loadCallRoute,
  loadPastCallPage,
  loadMePage,
  loadHelpSheet,
];

export const BlockedNotice = lazy(loadBlockedNotice);
export const OwnerChoice = lazy(loadOwnerChoice);
export const CallLinks = lazy(loadCallLinks);
export const JobBar = lazy(loadJobBar);
export const HelpSheet = lazy(loadHelpSheet);
export const More = lazy(loadMore);
export const WaitingPanel = lazy(loadWaitingPanel);

type Seen = { seesDeliveries: boolean; seesTeam: boolean };

/**
 * Fetches the rest of the pages once the first one stands. Waiting until they are wanted would be too late:
 * some of them are about a network that is gone.
 */
export const useRestOfPages = ({ seesDeliveries, seesTeam }: Seen): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      // One that does not come now is asked for again when it is used.
      const theirs = [...(seesDeliveries ? [loadDeliveriesPage] : []), ...(seesTeam ? [loadTeamPage] : [])];
      for (const load of [...REST, ...theirs]) void load().catch(() => undefined);
    }, 300);
    return () => clearTimeout(timer);
  }, [seesDeliveries, seesTeam]);
};
