/** Twenty could not be reached, or refused. `kind` says which; the message carries Twenty's own words. */
export class TwentyError extends Error {
  override readonly name = 'TwentyError';
  readonly kind: 'unreachable' | 'throttled' | 'not-allowed' | 'refused';
  /** Not the role is at fault but the token itself: only a new sign-in, or a new key, can help. */
  readonly isSignInRefused: boolean;

  constructor(
    kind: TwentyError['kind'],
    message: string,
    options?: ErrorOptions & { isSignInRefused?: boolean },
  ) {
    super(message, options);
    this.kind = kind;
    this.isSignInRefused = options?.isSignInRefused ?? false;
  }
}
