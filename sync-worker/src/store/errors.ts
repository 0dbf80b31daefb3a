/** The database cannot be reached or gave up. Nothing was committed unless the message says that it is unknown. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The store cannot be opened at all: another worker holds it, or a migration was changed. The message says what to do. */
export class StoreStartError extends Error {
  override readonly name = 'StoreStartError';
}

/** What was to be kept belongs to another worker by now: this one lost its hold, and must stop. */
export class MirrorHoldLost extends Error {
  override readonly name = 'MirrorHoldLost';
}
