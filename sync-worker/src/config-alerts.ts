import { z } from 'zod';
import type { AlertSettings } from './alerts/settings.ts';

type Given = Readonly<Record<string, unknown>>;

const whole = (pattern: RegExp, form: string) => z.string().regex(pattern, form).transform(Number);
const MAIL_ADDRESS = /^[^\s@,<>]+@[^\s@,<>]+$/;
const SENDER = /^([^<>\r\n,]+ )?<[^\s@,<>]+@[^\s@,<>]+>$/;

/** Of what admins are told, and how. */
export const ALERT_SETTINGS = {
  DIALER_ALERT_WAITING_MINUTES: whole(/^\d{1,4}$/, 'a number of minutes from 1 to 9999, for example 15').pipe(
    z.number().min(1, 'a number of minutes from 1 to 9999, for example 15'),
  ),
  DIALER_ALERT_DEAD_LETTERS: whole(/^\d{1,7}$/, 'a whole number, for example 10; 0: any is told'),
  DIALER_ALERT_WEBHOOK_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      message: 'an http or https address, for example https://alerts.example.com/dialer',
    }),
  DIALER_ALERT_WEBHOOK_SECRET: z
    .string()
    .regex(/^\S{16,}$/, '16 letters or more without spaces, for example the output of: openssl rand -hex 24'),
  DIALER_SMTP_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol), {
      message: 'the address of a mail server, for example smtps://user:password@mail.example.com',
    }),
  DIALER_ALERT_MAIL_FROM: z.string().refine((text) => MAIL_ADDRESS.test(text) || SENDER.test(text), {
    message: 'an address, for example dialer@example.com or Twenty Dialer <dialer@example.com>',
  }),
  DIALER_ALERT_MAIL_TO: z.string().transform((text, context) => {
    const addresses = text.split(',').map((part) => part.trim());
    if (addresses.every((one) => MAIL_ADDRESS.test(one))) return addresses;
    const message = 'addresses with commas between them, for example ada@example.com,ben@example.com';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
};

const TOGETHER = [
  { what: 'the webhook of alerts', names: ['DIALER_ALERT_WEBHOOK_URL', 'DIALER_ALERT_WEBHOOK_SECRET'] },
  {
    what: 'the mail of alerts',
    names: ['DIALER_SMTP_URL', 'DIALER_ALERT_MAIL_FROM', 'DIALER_ALERT_MAIL_TO'],
  },
] as const;

/** Half a channel tells nobody, and would only be noticed when somebody had to be told. */
export const alertFaults = (given: Given): string[] =>
  TOGETHER.flatMap(({ what, names }) => {
    const missing = names.filter((name) => !given[name]);
    if (missing.length === 0 || missing.length === names.length) return [];
    return [
      `${capital(what)} is set up by half: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    ];
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Settings = z.object(ALERT_SETTINGS).partial();

export const alertSettings = (settings: z.infer<typeof Settings>): AlertSettings => {
  const { DIALER_ALERT_WEBHOOK_URL: url, DIALER_ALERT_WEBHOOK_SECRET: secret } = settings;
  const { DIALER_SMTP_URL: smtpUrl, DIALER_ALERT_MAIL_FROM: from, DIALER_ALERT_MAIL_TO: to } = settings;
  return {
    waitingMinutes: settings.DIALER_ALERT_WAITING_MINUTES ?? 15,
    deadLetters: settings.DIALER_ALERT_DEAD_LETTERS ?? 0,
    webhook: url && secret ? { url, secret } : null,
    mail: smtpUrl && from && to ? { smtpUrl, from, to } : null,
  };
};
