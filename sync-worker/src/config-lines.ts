import { LineName } from '@twenty-dialer/contract';

type Given = Readonly<Record<string, unknown>>;

const TWILIO_SETTINGS = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_API_KEY_SID',
  'TWILIO_API_KEY_SECRET',
  'TWILIO_TWIML_APP_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_CALLER_ID',
] as const;

const NO_TWILIO_YET =
  'This version has no Twilio line yet: the TWILIO_* settings are kept for a later one, and calls go over the manual line.';

/** Half a Twilio account places no call, and would only be noticed when somebody dials. */
export const twilioFaults = (given: Given): string[] => {
  const missing = TWILIO_SETTINGS.filter((name) => !given[name]);
  if (missing.length === 0 || (missing.length === TWILIO_SETTINGS.length && !wantsTwilio(given))) return [];
  return [`Twilio is set up by half: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`];
};

/** The lines on offer, the usual one first. A Twilio line is replaced by the manual line, with a warning. */
export const chooseLines = (given: Given): { lines: LineName[]; faults: string[]; warnings: string[] } => {
  const wanted = namesIn(given);
  const parsed = wanted.map((name) => ({ name, line: LineName.safeParse(name) }));
  const faults = parsed
    .filter(({ line }) => !line.success)
    .map(
      ({ name }) => `DIALER_LINES names the line "${name}". The lines are ${LineName.options.join(', ')}.`,
    );
  const known = parsed.flatMap(({ line }) => (line.success ? [line.data] : []));
  const usable = known.map((line) => (line === 'twilio' ? 'manual' : line));
  const hasTwilio = wantsTwilio(given) || TWILIO_SETTINGS.every((name) => given[name]);
  return {
    lines: [...new Set<LineName>(usable.length > 0 ? usable : ['manual'])],
    faults,
    warnings: hasTwilio ? [NO_TWILIO_YET] : [],
  };
};

const namesIn = (given: Given): string[] =>
  String(given.DIALER_LINES ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const wantsTwilio = (given: Given): boolean => namesIn(given).includes('twilio');
