import type { DeliveryState } from './entry.ts';

/** What can happen to an outbox entry. */
export type DeliveryEvent =
  /** New content came for its record. */
  | 'touch'
  /** A holder takes it, or takes it over from one whose lease ran out. */
  | 'lease'
  /** Twenty has it, and nothing newer came meanwhile. */
  | 'succeed'
  /** Twenty has what was leased, but newer content came meanwhile. */
  | 'succeed-older'
  | 'retry'
  | 'release'
  /** No retry can help. */
  | 'bury'
  /** An admin puts it back. */
  | 'redrive'
  /** An admin gives it up, with a reason. */
  | 'dismiss';

/** Every move of an entry; null is a move that must not be made. The store's SQL is tested against this table. */
export const NEXT_STATE: Readonly<
  Record<DeliveryState, Readonly<Record<DeliveryEvent, DeliveryState | null>>>
> = {
  pending: {
    touch: 'pending',
    lease: 'leased',
    succeed: null,
    'succeed-older': null,
    retry: null,
    release: null,
    bury: null,
    redrive: 'pending',
    dismiss: 'dismissed',
  },
  leased: {
    touch: 'leased',
    lease: 'leased',
    succeed: 'delivered',
    'succeed-older': 'pending',
    retry: 'pending',
    release: 'pending',
    bury: 'dead',
    redrive: null,
    dismiss: null,
  },
  delivered: {
    touch: 'pending',
    lease: null,
    succeed: null,
    'succeed-older': null,
    retry: null,
    release: null,
    bury: null,
    // What Twenty has and needs attention is looked at again.
    redrive: 'pending',
    dismiss: 'delivered',
  },
  dead: {
    touch: 'pending',
    lease: null,
    succeed: null,
    'succeed-older': null,
    retry: null,
    release: null,
    bury: null,
    redrive: 'pending',
    dismiss: 'dismissed',
  },
  dismissed: {
    touch: 'pending',
    lease: null,
    succeed: null,
    'succeed-older': null,
    retry: null,
    release: null,
    bury: null,
    redrive: 'pending',
    dismiss: null,
  },
};

export const nextState = (state: DeliveryState, event: DeliveryEvent): DeliveryState | null =>
  NEXT_STATE[state][event];
