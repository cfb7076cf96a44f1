/** The walk of what has no cursor: read whole every time, whatever the state says. */
import type { JsonObject, Walk } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';

/** What a stream without a cursor saves; it is never read back. The key is Airbyte's. */
const NO_CURSOR_STATE: JsonObject = { __ab_no_cursor_state_message: true };

export function wholeWalk<T>(walk: Omit<Walk<T, Intercom>, 'place'>): Walk<T, Intercom> {
  return { ...walk, place: () => ({ needs: () => true, settle: () => undefined, checkpoint: () => NO_CURSOR_STATE }) };
}
