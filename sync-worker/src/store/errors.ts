/** The database cannot be reached or gave up. Nothing was committed unless the message says that it is unknown. */
export class StoreUnavailableError extends Error {
  override readonly name: string = 'StoreUnavailableError';
}

/** There is no room for more on the disk. Nothing was committed; the same again works when somebody has made room. */
export class StoreFullError extends StoreUnavailableError {
  override readonly name = 'StoreFullError';
}

/** The store cannot be opened at all: another worker holds it, or a migration was changed. The message says what to do. */
export class StoreStartError extends Error {
  override readonly name = 'StoreStartError';
}

/** The store was not moved to another database. The message says why, and what to do. */
export class StoreMoveError extends Error {
  override readonly name = 'StoreMoveError';
}

/** What was to be kept belongs to another worker by now: this one lost its hold, and must stop. */
export class MirrorHoldLost extends Error {
  override readonly name = 'MirrorHoldLost';
}

/** A comparison with Twenty is another worker's by now, or was cancelled: this one must stop. */
export class ReconciliationHoldLost extends Error {
  override readonly name = 'ReconciliationHoldLost';
}
