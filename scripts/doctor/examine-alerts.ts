import { randomUUID } from 'node:crypto';
import type { AlertChannel } from '../../contract/src/index.ts';
import { type SendAlert, testMessage } from '../../sync-worker/src/alerts/message.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, odd, well } from './finding.ts';

/** Somebody is told when calls do not arrive, also while nobody looks. A test is sent only when it was asked for. */
export const examineAlerts = async ({
  alerts,
  installation,
  isTestAlertWanted,
  nowMs,
}: DoctorDeps): Promise<Finding> => {
  const channels = [...alerts.keys()];
  if (channels.length === 0) return (isTestAlertWanted ? ill : odd)(NOBODY, SET_ONE);
  const how = channels.map((channel) => WORDS[channel]).join(' and ');
  if (!isTestAlertWanted) {
    return well(`Admins are told by ${how}. Not tried: --test-alert sends a test.`);
  }
  const message = testMessage(installation.publicUrl, {
    id: randomUUID(),
    at: new Date(nowMs()).toISOString(),
  });
  const faults = await Promise.all(
    [...alerts].map(([channel, send]) => faultOf(channel, () => send(message))),
  );
  const told = faults.filter((fault) => fault !== null);
  return told.length === 0
    ? well(`A test was taken by ${how}: see that it arrived.`)
    : ill(told.join('\n'), REMEDY);
};

const faultOf = async (channel: AlertChannel, send: () => ReturnType<SendAlert>): Promise<string | null> => {
  try {
    await send();
    return null;
  } catch (error) {
    return `The test by ${WORDS[channel]} was not taken. ${error instanceof Error ? error.message : ''}`;
  }
};

const WORDS: Readonly<Record<AlertChannel, string>> = { webhook: 'webhook', mail: 'mail' };
const REMEDY =
  'Mend DIALER_ALERT_WEBHOOK_* or DIALER_SMTP_URL and DIALER_ALERT_MAIL_*, or what they name (docs/configuration.md).';
const NOBODY = 'Admins are told on screen alone, so nobody hears while nobody looks.';
const SET_ONE =
  'Set DIALER_ALERT_WEBHOOK_URL and DIALER_ALERT_WEBHOOK_SECRET, or a mail server (docs/operations.md, Alerts).';
