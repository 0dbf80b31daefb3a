import type { AlertChannel } from '../../contract/src/index.ts';
import type { SendAlert } from '../../sync-worker/src/alerts/message.ts';
import type { AppManifest } from '../app-manifest/app-manifest.ts';

/** The settings of an installation, as far as it is examined. */
export interface Installation {
  /** Where the worker asks Twenty. */
  readonly apiUrl: string;
  /** Where people open Twenty. */
  readonly frontUrl: string;
  /** Where people open the dialer. */
  readonly publicUrl: string;
  /** Where Twenty's server and this command reach the worker. */
  readonly internalUrl: string;
  readonly adminKey: string | null;
  readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly webhookSecret: string | null;
  readonly databaseUrl: string | null;
}

export interface DoctorDeps {
  readonly installation: Installation;
  readonly manifest: AppManifest;
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
  /** Says what is wrong with the user of the database, in words; empty when nothing is. */
  readonly faultsOfDatabase: (databaseUrl: string) => Promise<readonly string[]>;
  readonly version: string;
  /** By what admins are told, besides the screen. */
  readonly alerts: ReadonlyMap<AlertChannel, SendAlert>;
  /** Whether to send a test by each of them. */
  readonly isTestAlertWanted: boolean;
}
