import type { CallId, E164, LineName, TERMINAL_STATUSES } from '@twenty-dialer/contract';

/** How a line can end, in the words of the call's status. */
export type EndStatus = (typeof TERMINAL_STATUSES)[number];

/** What a line says about one call. After `ended` it says nothing more. */
export type LineEvent =
  | { type: 'preparing' }
  | { type: 'connecting' }
  | { type: 'ringing' }
  | { type: 'answered'; by?: 'person' | 'machine' }
  | { type: 'reconnecting' }
  | { type: 'reconnected' }
  | { type: 'ended'; status: EndStatus };

export type LineOrder = { callId: CallId; to: E164 };
export type LineListener = (event: LineEvent) => void;

/** One call on a line. Every method may be called at any time; after the end they do nothing. */
export type LineCall = {
  /** Ends the call; `ended` follows, once. */
  hangUp(): void;
  mute(isMuted: boolean): void;
  /** Sends keypad tones: digits, `*` and `#`. Nothing happens before the far end answered. */
  sendDigits(digits: string): void;
  /** The rep says that somebody answered; only lines that cannot hear the far end listen to it. */
  markAnswered(): void;
};

/**
 * A way to make a call. All lines pass `phone-line-conformance`.
 * The first event is `preparing`, never sent from inside `dial` itself, so a caller can keep the call before it listens.
 */
export type PhoneLine = {
  readonly name: LineName;
  /** Whether the line itself notices ringing and answers. A line that does not waits for `markAnswered`. */
  readonly hearsFarEnd: boolean;
  /** Whether sound goes through this computer, so that mute and keypad tones mean something. */
  readonly carriesSound: boolean;
  dial(order: LineOrder, listen: LineListener): LineCall;
  /** Takes up a call again after the page was loaded anew. Null where the reload has ended it. */
  resume(order: LineOrder & { isAnswered: boolean }, listen: LineListener): LineCall | null;
};
