/** Why connecting stopped, in words for an administrator, and what to do about it. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
