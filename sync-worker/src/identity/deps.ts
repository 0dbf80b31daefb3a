import type { Member, SessionView, WorkspaceId, WorkspaceSettings } from '@twenty-dialer/contract';
import type { Gate, SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentySignIn, TwentyTokens } from '../twenty/port.ts';
import type { SessionTrail } from './session-trail.ts';
import type { TokenBox } from './token-box.ts';
import type { CurrentWorkspace } from './workspace.ts';

type AccessPart = 'roles' | 'activeRole' | 'granted' | 'permissions';

export interface IdentityDeps {
  readonly store: Store;
  readonly workspace: CurrentWorkspace;
  readonly twentySignIn: TwentySignIn;
  readonly box: TokenBox;
  readonly gate: Gate;
  /** What somebody is here and may do, by what was last heard of them. */
  readonly accessOf: (
    who: SignedIn,
  ) => Promise<{ readonly [Part in AccessPart]: Readonly<SessionView[Part]> }>;
  readonly settings: { of(workspaceId: WorkspaceId): Promise<Pick<WorkspaceSettings, 'outcomes'>> };
  readonly trail: SessionTrail;
  readonly publicUrl: string;
  /** Takes over what Twenty has of a member's progression. Never rejects. */
  readonly openProgression: (member: {
    readonly workspaceId: WorkspaceId;
    readonly member: Member;
    readonly accessToken: () => Promise<string>;
  }) => Promise<void>;
  /** Tells Twenty, in the background, that tokens are no longer wanted. */
  readonly forget: (tokens: TwentyTokens) => void;
}
