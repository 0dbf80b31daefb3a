/** Work that let others go first for so long goes next: else a busy day would keep it waiting till the evening. */
const PATIENCE_MS = 250;

interface Piece {
  readonly start: () => Promise<unknown>;
  readonly isBackground: boolean;
  readonly askedAtMs: number;
}

/**
 * Lets one piece of work run at a time. What somebody waits for goes first; what is done in the background goes when
 * nobody does, or when it has let others go first for too long. Even then those who wait get as much time as it took before
 * more of it goes ahead: several long pieces in a row would be felt as one. Of either kind, in the order in which it was
 * asked for.
 */
export const createSerial = (nowMs: () => number = () => performance.now()) => {
  const urgent: Piece[] = [];
  const background: Piece[] = [];
  let isRunning = false;
  let othersTurnUntilMs = 0;

  const next = (): Piece | undefined => {
    const now = nowMs();
    const [waiting] = background;
    const isOverdue = waiting !== undefined && now - waiting.askedAtMs >= PATIENCE_MS;
    const isItsTurn = isOverdue && now >= othersTurnUntilMs;
    return (isItsTurn ? undefined : urgent.shift()) ?? background.shift() ?? urgent.shift();
  };

  const goOn = (): void => {
    const piece = isRunning ? undefined : next();
    if (piece === undefined) return;
    isRunning = true;
    const startedAtMs = nowMs();
    void piece.start().finally(() => {
      isRunning = false;
      const endedAtMs = nowMs();
      if (piece.isBackground) othersTurnUntilMs = endedAtMs + (endedAtMs - startedAtMs);
      goOn();
    });
  };

  return {
    /** How many are running or waiting. */
    get length() {
      return urgent.length + background.length + (isRunning ? 1 : 0);
    },
    run: <T>(work: () => Promise<T>, { isBackground = false } = {}): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const start = () => work().then(resolve, reject);
        (isBackground ? background : urgent).push({ start, isBackground, askedAtMs: nowMs() });
        goOn();
      }),
  };
};
