/** Twenty could not be reached, or refused. `kind` says which; the message carries Twenty's own words. */
export class TwentyError extends Error {
  override readonly name = 'TwentyError';
  readonly kind: 'unreachable' | 'throttled' | 'not-allowed' | 'refused';

  constructor(kind: TwentyError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
