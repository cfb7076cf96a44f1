/** Errors, named by the next step. Every other error is a fault of the code, and is never retried. */

/** The user must act; the message says what happened, where, and what to do. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
  /** Whether nothing else can work either, as with a token that is refused: the sync ends with this one error. */
  readonly endsSync: boolean;

  constructor(message: string, { endsSync = false, ...options }: ErrorOptions & { readonly endsSync?: boolean } = {}) {
    super(message, options);
    this.endsSync = endsSync;
  }
}

/** Another try will likely succeed. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
  /** How long the other side asks to wait, in milliseconds; undefined where it does not. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The record is gone meanwhile: its rows are skipped and counted, and the sync continues. */
export class SkippedError extends Error {
  override readonly name: string = 'SkippedError';
  /** The name of the record where it may still exist, so that the sync must report that it was left out. */
  readonly leftOut: string | undefined;

  constructor(message: string, { leftOut, ...options }: ErrorOptions & { readonly leftOut?: string } = {}) {
    super(message, options);
    this.leftOut = leftOut;
  }
}

/** Some rows of an item did not come. The rows that came are emitted, and the next sync asks again for all of the item. */
export class IncompleteError extends Error {
  override readonly name = 'IncompleteError';
  /** Whether two looks at the item agree: the API counts rows that it does not show, which is a warning and no failure. */
  readonly agreed: boolean;

  /** `message` names the missing rows, such as "2 parts of conversation 7". */
  constructor(message: string, { agreed = false }: { readonly agreed?: boolean } = {}) {
    super(message);
    this.agreed = agreed;
  }
}

/** Whether `error` leaves nothing to try for any other stream. */
export function endsSync(error: unknown): boolean {
  return error instanceof ConfigError && error.endsSync;
}

/** The kind of an error in the Airbyte protocol. */
export type FailureType = 'config_error' | 'transient_error' | 'system_error';

export function failureType(error: unknown): FailureType {
  if (error instanceof ConfigError) return 'config_error';
  if (error instanceof TransientError) return 'transient_error';
  return 'system_error';
}
