import { createTransport } from 'nodemailer';
import type { AlertMessage, SendAlert } from './message.ts';
import type { MailSettings } from './settings.ts';

/** A mail server may let others wait on purpose before it greets them. */
const CONNECT_MS = 10_000;
const GREET_MS = 15_000;
const SILENCE_MS = 15_000;

/** Sends messages by mail, each over a connection of its own. */
export const createMail = (settings: MailSettings): SendAlert => {
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: GREET_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (message) => {
    const { subject, text } = mailOf(message);
    await transport
      .sendMail({
        from: settings.from,
        to: [...settings.to],
        subject,
        text,
        // The same when it is sent again, so that a mailbox that knows it shows it once.
        messageId: `<${message.id.replaceAll(':', '.')}@twenty-dialer>`,
      })
      .catch((error: unknown) => {
        throw new Error(wordsFor(error));
      });
  };
};

const SUBJECTS: Readonly<Record<AlertMessage['event'], string>> = {
  'alert.opened': 'Twenty Dialer',
  'alert.worse': 'Twenty Dialer, worse',
  'alert.closed': 'Twenty Dialer, over',
  'alert.test': 'Twenty Dialer, test',
};

const mailOf = ({ event, alert, link }: AlertMessage): { subject: string; text: string } => ({
  subject: `${SUBJECTS[event]}: ${alert.message}`,
  text: [
    alert.message,
    alert.remedy,
    `Since ${alert.openedAt}${alert.closedAt === null ? '' : `, until ${alert.closedAt}`}.`,
    link,
  ]
    .filter((line) => line !== '')
    .join('\n\n'),
});

/** The mail server's own words may repeat the user and the addresses: only its codes are told. */
const wordsFor = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  const status = error instanceof Error && 'responseCode' in error ? String(error.responseCode) : null;
  const known = [code, status].filter((each) => each !== null).join(', ');
  return known === '' ? 'The mail could not be sent.' : `The mail could not be sent (${known}).`;
};
