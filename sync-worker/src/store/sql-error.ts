import { StoreFullError, StoreUnavailableError } from './errors.ts';

/** The database refused a statement. `code` is Postgres' five-character SQLSTATE. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: string | null;

  constructor(code: string | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Refusals that say nothing about the statement, only about the moment: the same again may work.
 * Classes and codes of Postgres, appendix A of its manual.
 */
const PASSING = /^(08|53|57|58|40001|40P01|55P03|25006)/;

const DISK_FULL = '53100';

/** What the rest of the worker should see of a refusal: `StoreUnavailableError` when trying again later may help. */
export const toStoreError = (error: SqlError): Error =>
  error.code === DISK_FULL
    ? new StoreFullError(`The database has no room left: ${error.message}`, { cause: error })
    : toPassing(error);

const toPassing = (error: SqlError): Error =>
  error.code !== null && PASSING.test(error.code)
    ? new StoreUnavailableError(`The database gave up: ${error.message}`, { cause: error })
    : error;
