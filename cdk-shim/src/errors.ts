/** The errors that a connector expects. Any other error is a fault of the code, and is never retried. */

/** The user must act. The message says what happened, where, and how to fix it. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
  /** Whether no other stream can work either, such as with a refused token. The sync then ends with this error alone. */
  readonly endsSync: boolean;

  constructor(message: string, { endsSync = false, ...options }: ErrorOptions & { readonly endsSync?: boolean } = {}) {
    super(message, options);
    this.endsSync = endsSync;
  }
}

/** Another try will likely succeed. */
export class TransientError extends Error {
  override readonly name: string = 'TransientError';
  /** How long the server asks to wait, in milliseconds; undefined if it does not ask. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The record no longer exists: its rows are skipped and counted, and the sync continues. */
export class SkippedError extends Error {
  override readonly name: string = 'SkippedError';
  /** The name of the record if it may still exist: the sync must then report it as left out. */
  readonly leftOut: string | undefined;

  constructor(message: string, { leftOut, ...options }: ErrorOptions & { readonly leftOut?: string } = {}) {
    super(message, options);
    this.leftOut = leftOut;
  }
}

/** Some rows of an item did not come. The rows that came are emitted, and the next sync requests the whole item again. */
export class IncompleteError extends Error {
  override readonly name = 'IncompleteError';
  /** Whether two looks at the item agree: the API counts more rows than it shows. The sync then warns and does not fail. */
  readonly agreed: boolean;

  /** `message` names the missing rows, such as "2 parts of conversation 7". */
  constructor(message: string, { agreed = false }: { readonly agreed?: boolean } = {}) {
    super(message);
    this.agreed = agreed;
  }
}

/** Returns whether `error` ends the whole sync, because no other stream can work. */
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
