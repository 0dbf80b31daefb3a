import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { AuditSearch } from '../audit/audit-search.ts';
import { DeliveriesSearch } from '../deliveries/deliveries-search.ts';
import { HistorySearch, parseSearch, stringifySearch } from '../history/history-search.ts';
import {
  loadAuditPage,
  loadCallRoute,
  loadDeliveriesPage,
  loadHistoryPage,
  loadMePage,
  loadPastCallPage,
  loadReconciliationPage,
  loadSettingsPage,
  loadTeamPage,
} from './behind-first-paint.tsx';
import { BrokenPage } from './broken-page.tsx';
import { DialRoute, Frame } from './frame.tsx';
import { SessionGate } from './session-gate.tsx';
import { SignedInPage } from './signed-in-page.tsx';

/**
 * The pages live behind `#`, so that the path never changes: a link from Twenty to `/#dial=…` is then no page load,
 * and cannot end a call that is going on.
 */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: BrokenPage,
    scrollRestoration: false,
    parseSearch,
    stringifySearch,
  });

const root = createRootRoute({ component: Outlet, notFoundComponent: () => <Navigate to="/" replace /> });
const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedInPage });
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <SessionGate>
      <Frame>
        <Outlet />
      </Frame>
    </SessionGate>
  ),
});

// One page for the list and for what is open beside it: the list stays where it is.
const deliveries = createRoute({
  getParentRoute: () => inside,
  path: '/deliveries',
  validateSearch: DeliveriesSearch,
  component: lazyRouteComponent(loadDeliveriesPage),
});

const routeTree = root.addChildren([
  signedIn,
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: '/', component: DialRoute }),
    createRoute({
      getParentRoute: () => inside,
      path: '/calls',
      validateSearch: HistorySearch,
      component: lazyRouteComponent(loadHistoryPage),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/calls/new',
      component: lazyRouteComponent(loadPastCallPage),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/calls/$callId',
      component: lazyRouteComponent(loadCallRoute),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/me',
      component: lazyRouteComponent(loadMePage),
    }),
    deliveries.addChildren([createRoute({ getParentRoute: () => deliveries, path: '$slot' })]),
    createRoute({
      getParentRoute: () => inside,
      path: '/team',
      component: lazyRouteComponent(loadTeamPage),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/reconciliation',
      component: lazyRouteComponent(loadReconciliationPage),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/settings',
      component: lazyRouteComponent(loadSettingsPage),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/audit',
      validateSearch: AuditSearch,
      component: lazyRouteComponent(loadAuditPage),
    }),
  ]),
]);

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
