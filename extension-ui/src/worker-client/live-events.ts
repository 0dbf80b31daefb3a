import { ROUTES, ServerEvent } from '@twenty-dialer/contract';
import type { Timers } from '../timers.ts';
import { waitBeforeTry } from './backoff.ts';

export type LiveEventsDeps = {
  open: (address: string) => EventSource;
  timers: Timers;
  random: () => number;
  onEvent: (event: ServerEvent) => void;
  /** The stream begins, is back, or is gone: what it did not tell may be read anew, and the session asked for. */
  onGap: () => void;
};

const EVENT_NAMES = ['message', 'call', 'delivery', 'progression'] as const;

/**
 * Listens to the rep's own calls and points. The browser resumes a broken stream by itself; where it gives up (a refused
 * session, a worker that is restarting) a new one is opened from the last event heard. Returns how to stop.
 */
export const listenToEvents = ({ open, timers, random, onEvent, onGap }: LiveEventsDeps): (() => void) => {
  let source: EventSource | null = null;
  let cancelWait: () => void = () => undefined;
  let lastEventId = '';
  let failuresInARow = 0;

  const hear = (message: MessageEvent<string>) => {
    if (message.lastEventId !== '') lastEventId = message.lastEventId;
    const event = ServerEvent.safeParse(parseJson(message.data));
    if (event.success) onEvent(event.data);
    else onGap(); // Words of another version: read the lists anew instead of guessing.
  };

  const connect = () => {
    const query = lastEventId === '' ? '' : `?${new URLSearchParams({ lastEventId })}`;
    const stream = open(`${ROUTES.events.path}${query}`);
    source = stream;
    for (const name of EVENT_NAMES) stream.addEventListener(name, hear);
    stream.addEventListener('open', () => {
      // The first time too: it tells nothing of what changed between the reading of the lists and now.
      onGap();
      failuresInARow = 0;
    });
    stream.addEventListener('error', () => {
      failuresInARow += 1;
      if (failuresInARow === 1) onGap();
      if (stream.readyState !== stream.CLOSED) return;
      stream.close();
      cancelWait = timers.after(waitBeforeTry(failuresInARow, random), connect);
    });
  };
  connect();

  return () => {
    cancelWait();
    source?.close();
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: treated like any other event that cannot be read.
  }
};
