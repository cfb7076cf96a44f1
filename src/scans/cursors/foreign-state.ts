/**
 * Finds the cursor in the state of another connector: airbyte/source-intercom up to 0.13, which saves the forms of
 * Airbyte's CDK for Python, or a Singer tap.
 */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { savedTime } from './saved-time.ts';

/** Keys under which a state holds another state: of an earlier sync, or of the parent stream. */
const INNER = ['prior_state', 'state', 'conversations', 'companies'] as const;

/**
 * Epoch seconds before which that connector had read everything; undefined where its state has no cursor. Of several
 * times the least counts, since each of them is from where that connector itself would have asked again for something.
 * Throws ConfigError for a time that is none.
 */
export function foreignCursor(state: JsonObject, cursorField: string, path = ''): number | undefined {
  const at = (key: string) => `${path}${key}`;
  const inside = (key: string, value: unknown) =>
    isObject(value) ? foreignCursor(value, cursorField, `${at(key)}.`) : undefined;
  const parents = isObject(state.parent_state) ? Object.entries(state.parent_state) : [];
  const cursor =
    least([
      savedTime(state[cursorField], at(cursorField)),
      savedTime(state.replication_key_value, at('replication_key_value')),
      slicesCursor(state.slices, at('slices')),
      ...INNER.map((key) => inside(key, state[key])),
      ...parents.map(([parent, value]) => inside(`parent_state.${parent}`, value)),
    ]) ??
    // One state for each conversation counts only where there is none for all of them.
    least(objectsIn(state.states).map(({ cursor }, index) => inside(`states.${index}.cursor`, cursor))) ??
    inside('legacy', state.legacy);
  return cursor === undefined ? undefined : cursor - seconds(state.lookback_window);
}

/** Of the stretches of time that were read, the first one counts with all that follow on it without a gap. */
function slicesCursor(slices: unknown, path: string): number | undefined {
  const read = objectsIn(slices).flatMap(({ start, end, most_recent_cursor_value }) => {
    const from = savedTime(start, `${path}.start`);
    const to = savedTime(end, `${path}.end`);
    const newest = savedTime(most_recent_cursor_value, `${path}.most_recent_cursor_value`);
    return from === undefined || to === undefined ? [] : [{ from, to, newest: newest ?? from }];
  });
  const [first, ...others] = read.toSorted((a, b) => a.from - b.from);
  if (!first) return undefined;
  let { to, newest } = first;
  for (const slice of others) {
    // The end of a slice is included, so the next one begins a second later.
    if (slice.from > to + 1) break;
    to = Math.max(to, slice.to);
    newest = Math.max(newest, slice.newest);
  }
  return newest;
}

function least(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function seconds(value: unknown): number {
  const number = Number(value ?? 0);
  return number > 0 && Number.isFinite(number) ? Math.ceil(number) : 0;
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
