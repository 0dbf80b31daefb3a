/** Of what admins are told, and how. Secrets are in here: never log it whole. */
export interface AlertSettings {
  readonly waitingMinutes: number;
  readonly deadLetters: number;
  readonly webhook: WebhookSettings | null;
  readonly mail: MailSettings | null;
}

export interface WebhookSettings {
  /** Set by whoever runs the worker, so it may be any address. It can hold a secret of its own. */
  readonly url: string;
  readonly secret: string;
}

export interface MailSettings {
  /** Holds the password of the mail server. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
}
