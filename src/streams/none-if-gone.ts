/** Takes a list that is not there for an empty one. */
import { SkippedError } from '@airbyte-ts/cdk-shim';

/** For `catch`: an empty list where the record is gone or was never there. Throws any other error again. */
export function noneIfGone(error: unknown): readonly never[] {
  if (error instanceof SkippedError) return [];
  throw error;
}
