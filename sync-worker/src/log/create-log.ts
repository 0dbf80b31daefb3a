import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** Fields that must never reach a log, wherever somebody hands one in by mistake. */
const SECRET_FIELDS = [
  'accessToken',
  'refreshToken',
  'apiKey',
  'clientSecret',
  'codeVerifier',
  'cookie',
  'authorization',
  'secretKey',
];

/** The worker's log: JSON lines on stdout, times in ISO 8601, errors with their causes, secrets cut out. */
export const createLog = (level: Config['logLevel'], destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '(secret)',
      },
    },
    ...(destination ? [destination] : []),
  );
