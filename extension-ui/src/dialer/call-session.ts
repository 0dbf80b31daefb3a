import { CallSessionId, type MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';

const IDLE_MINUTES = 60;
const Stored = z.object({ id: CallSessionId, lastUsedAt: z.number() });

export type CallSessionDeps = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now: () => number;
  newId: () => string;
  member: MemberId;
};

/**
 * A rep's sitting over all their windows: from the first call until sign-out or 60 idle minutes.
 * `use` gives the present one or begins the next; `touch` says that work still goes on.
 */
export const createCallSession = ({ storage, now, newId, member }: CallSessionDeps) => {
  const key = `twenty-dialer:call-session:${member}`;

  const current = () => {
    const stored = Stored.safeParse(parseJson(storage.getItem(key)));
    const isFresh = stored.success && now() - stored.data.lastUsedAt <= IDLE_MINUTES * 60_000;
    return isFresh ? stored.data.id : null;
  };
  const keep = (id: CallSessionId) => {
    storage.setItem(key, JSON.stringify({ id, lastUsedAt: now() }));
    return id;
  };

  return {
    use: (): CallSessionId => keep(current() ?? CallSessionId.parse(newId())),
    touch: () => {
      const id = current();
      if (id !== null) keep(id);
    },
    end: () => storage.removeItem(key),
  };
};
export type CallSession = ReturnType<typeof createCallSession>;

const parseJson = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // Somebody else's text under our key: as good as nothing.
  }
};
