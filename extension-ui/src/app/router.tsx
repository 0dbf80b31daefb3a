import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  useNavigate,
} from '@tanstack/react-router';
import { CallsPage } from '../history/calls-page.tsx';
import { loadMePage } from './behind-first-paint.tsx';
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

const Calls = () => {
  const navigate = useNavigate();
  const toDial = () => void navigate({ to: '/' });
  return <CallsPage onOpened={toDial} onDial={toDial} />;
};

const routeTree = root.addChildren([
  signedIn,
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: '/', component: DialRoute }),
    createRoute({ getParentRoute: () => inside, path: '/calls', component: Calls }),
    createRoute({
      getParentRoute: () => inside,
      path: '/me',
      component: lazyRouteComponent(loadMePage),
    }),
  ]),
]);

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
