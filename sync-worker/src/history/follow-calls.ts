import type { CallView, Progression, ServerEvent } from '@twenty-dialer/contract';
import type { SignedIn } from '../http/route.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';

/** Often enough that no proxy takes the connection for dead, and that a sign-out elsewhere ends it soon. */
const HEARTBEAT_MS = 15_000;
const BATCH = 100;

interface Follower {
  readonly store: Store;
  readonly who: SignedIn;
  readonly viewOf: (call: CallRecord) => CallView;
  readonly progressionOf: (who: SignedIn) => Promise<Progression>;
  /** The last change that the listener has seen; null: only what changes from now on. */
  readonly after: number | null;
  readonly ended: AbortSignal;
  readonly every: (ms: number, run: () => void) => () => void;
  /** Sends an event; `cursor` is where to go on after it. */
  readonly send: (event: ServerEvent, cursor: number) => Promise<void>;
  readonly beat: () => Promise<void>;
  /** Looks, meanwhile, whether the listener is still a member of the workspace; see `Roles`. */
  readonly keepUp: (who: SignedIn) => void;
}

/**
 * Sends one member's progression and calls as they change, each in its present state: changes that come faster than the
 * listener reads are seen as one. Resolves when the listener is gone, the worker stops, or the session has ended.
 */
export const followCalls = async (follower: Follower): Promise<void> => {
  const { store, who, ended } = follower;
  // Listening starts before the first look: a change in between is heard, not missed.
  const news = { progression: true, calls: follower.after !== null, delivery: true, heartbeat: false };
  const bell = createBell();
  const tell = (topic: keyof typeof news) => {
    news[topic] = true;
    bell.ring();
  };
  const stopListening = store.onChange(({ workspaceId, topic, memberId }) => {
    if (workspaceId !== who.workspaceId || topic === 'outbox' || topic === 'jobs' || topic === 'settings')
      return;
    if (memberId !== null && memberId !== who.member.id) return;
    // Whether it was this one is looked at as at each heartbeat.
    tell(topic === 'sessions' ? 'heartbeat' : topic);
  });
  const stopBeating = follower.every(HEARTBEAT_MS, () => tell('heartbeat'));
  ended.addEventListener('abort', bell.ring);

  try {
    let cursor = follower.after ?? (await latest(follower));
    let lastProgression = '';
    let lastStatus = '';
    while (!ended.aborted) {
      if (news.heartbeat) {
        news.heartbeat = false;
        if (!(await isStillSignedIn(follower))) return;
        await follower.beat();
      }
      if (news.progression) {
        news.progression = false;
        lastProgression = await sendProgression(follower, cursor, lastProgression);
      }
      if (news.delivery) {
        news.delivery = false;
        lastStatus = await sendDelivery(follower, cursor, lastStatus);
      }
      if (news.calls) {
        news.calls = false;
        cursor = await sendCalls(follower, cursor);
      }
      if (!Object.values(news).includes(true)) await bell.rung();
    }
  } finally {
    stopListening();
    stopBeating();
    ended.removeEventListener('abort', bell.ring);
  }
};

const sendCalls = async ({ store, who, viewOf, send, ended }: Follower, after: number): Promise<number> => {
  let cursor = after;
  while (!ended.aborted) {
    const changed = await store.transaction(who.workspaceId, (tx) =>
      tx.calls.changedAfter({ memberId: who.member.id, changeSeq: cursor, limit: BATCH }),
    );
    for (const call of changed) {
      cursor = call.changeSeq;
      await send({ type: 'call', call: viewOf(call) }, cursor);
    }
    if (changed.length < BATCH) break;
  }
  return cursor;
};

/** The first one also gives a fresh listener its place, so that it misses nothing if its connection breaks at once. */
const sendProgression = async (
  { who, progressionOf, send }: Follower,
  cursor: number,
  lastSent: string,
): Promise<string> => {
  const progression = await progressionOf(who);
  const text = JSON.stringify(progression);
  if (text !== lastSent) await send({ type: 'progression', progression }, cursor);
  return text;
};

const sendDelivery = async (
  { store, who, send }: Follower,
  cursor: number,
  lastStatus: string,
): Promise<string> => {
  const delivery = await store.transaction(who.workspaceId, (tx) => tx.delivery.status());
  const status = JSON.stringify(delivery);
  if (status !== lastStatus) await send({ type: 'delivery', delivery }, cursor);
  return status;
};

const latest = ({ store, who }: Follower): Promise<number> =>
  store.transaction(who.workspaceId, (tx) => tx.calls.latestChangeSeq());

const isStillSignedIn = async ({ store, who, keepUp }: Follower): Promise<boolean> => {
  const session = await store.transaction(who.workspaceId, (tx) => tx.sessions.find(who.session.idHash));
  if (session !== null) keepUp({ ...who, session });
  return session !== null;
};

/** Wakes whoever waits; a ring while nobody waits is kept until somebody does. */
const createBell = () => {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    rung: async () => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isRung = false;
      wake = null;
    },
  };
};
