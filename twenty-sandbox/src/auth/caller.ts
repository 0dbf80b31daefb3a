import type { JsonObject } from '../json.ts';

/** Who sends a request, as its token says. */
export type Caller =
  | { readonly kind: 'api-key'; readonly name: string }
  /** The app itself, signed in with its secret; bound by the app's role. */
  | { readonly kind: 'app'; readonly name: string }
  | {
      readonly kind: 'user';
      readonly memberId: string;
      readonly userId: string;
      readonly name: string;
      /** Signed in through the app: the person's rights and the app's role together. */
      readonly isThroughApp: boolean;
    };

/** `createdBy` and `updatedBy` of what this caller writes. */
export const actorOf = (caller: Caller): JsonObject => {
  if (caller.kind === 'user') {
    return { source: 'MANUAL', workspaceMemberId: caller.memberId, name: caller.name, context: {} };
  }
  const source = caller.kind === 'app' ? 'APPLICATION' : 'API';
  return { source, workspaceMemberId: null, name: caller.name, context: {} };
};
