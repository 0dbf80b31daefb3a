/** Why there is no answer: nobody there, not let in, or something that this version does not understand. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly kind: 'away' | 'refused' | 'failed';
  constructor(kind: AskError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
