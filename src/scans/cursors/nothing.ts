/** The place of a stream that needs nothing of a walk. */
import type { Place } from '@airbyte-ts/cdk-shim';

export const NOTHING: Place<unknown> = { needs: () => false, settle: () => undefined, checkpoint: () => undefined };
