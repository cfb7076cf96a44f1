import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';
import { describe, expect, it } from 'vitest';
import { readSavedState } from './saved-state.ts';

const T = 1_744_153_060;
const EARLIER = 1_744_066_660;
const AT_T = '2025-04-08T22:57:40';

const read = (state: JsonObject) => readSavedState(state, 'updated_at');

describe('a state of our own', () => {
  it('is read with its memory, and its cursor alone counts', () => {
    const state = {
      updated_at: T,
      recent: { a: [T, 'x'] },
      start_date: 5,
      filters: 'abc',
      conversations: { updated_at: 1 },
    };
    expect(read(state)).toEqual({ cursor: T, recent: state.recent, startDate: 5, filters: 'abc', foreign: false });
  });

  it('without anything in it is none', () => {
    expect(read({})).toEqual({ foreign: false });
    expect(readSavedState(undefined, 'updated_at')).toEqual({ foreign: false });
  });
});

const slice = (start: unknown, end: unknown, newest?: unknown) => ({ start, end, most_recent_cursor_value: newest });

describe('a state of another connector goes on from the safe moment', () => {
  it.each<[string, JsonObject, number | undefined]>([
    ['text', { updated_at: String(T) }, T],
    ['a number', { updated_at: T }, T],
    ['a fraction', { updated_at: T + 0.75 }, T],
    ['a time in UTC', { updated_at: `${AT_T}Z` }, T],
    ['a time with microseconds', { updated_at: `${AT_T}.000000Z` }, T],
    ['a time without a zone', { updated_at: `${AT_T}.120000` }, T],
    ['a time in another zone', { updated_at: '2025-04-09T00:57:40+02:00' }, T],
    ['a time with a blank', { updated_at: '2025-04-08 22:57:40' }, T],
    ['a day', { updated_at: '2025-04-08' }, 1_744_070_400],
    ['a sync before', { updated_at: T, prior_state: { updated_at: EARLIER } }, EARLIER],
    ['a sync before that had none', { updated_at: T, prior_state: {} }, T],
    ['a parent', { updated_at: EARLIER, prior_state: { updated_at: T }, conversations: { updated_at: T } }, EARLIER],
    ['a parent that is behind', { updated_at: T, conversations: { updated_at: EARLIER } }, EARLIER],
    [
      'a global cursor',
      {
        use_global_cursor: true,
        state: { updated_at: String(T) },
        lookback_window: 37,
        parent_state: { conversations: { updated_at: String(EARLIER) } },
      },
      EARLIER - 37,
    ],
    [
      'a global cursor that is behind its parent',
      { use_global_cursor: true, state: { updated_at: EARLIER }, parent_state: { conversations: { updated_at: T } } },
      EARLIER,
    ],
    [
      'partitions under a state for all',
      {
        use_global_cursor: false,
        states: [{ partition: { id: '1', parent_slice: {} }, cursor: { updated_at: '5' } }],
        state: { updated_at: String(T) },
        parent_state: { conversations: { updated_at: String(T) } },
      },
      T,
    ],
    [
      'partitions alone',
      { states: [{ partition: { id: '1' }, cursor: { updated_at: T } }, { cursor: { updated_at: String(EARLIER) } }] },
      EARLIER,
    ],
    ['one slice', { state_type: 'date-range', slices: [slice(5, T + 9, String(T))], legacy: { updated_at: 3 } }, T],
    ['slices that follow on each other', { slices: [slice(EARLIER + 1, T, T), slice(5, EARLIER, 6)] }, T],
    ['slices with a gap', { slices: [slice(5, EARLIER, EARLIER), slice(EARLIER + 9, T, T)] }, EARLIER],
    ['a slice without a record', { slices: [slice(`${AT_T}Z`, T + 100)] }, T],
    ['no slice yet', { state_type: 'date-range', slices: [], legacy: { updated_at: EARLIER } }, EARLIER],
    ['a Singer bookmark in mid-sync', { updated_at: `${AT_T}Z`, last_processed: '9', last_sync_started_at: 'x' }, T],
    ['a bookmark of the Singer SDK', { replication_key: 'updated_at', replication_key_value: `${AT_T}+00:00` }, T],
    ['keys that nobody knows, and nulls', { updated_at: T, state: null, slices: null, more: { deep: [] } }, T],
    ['no cursor after a whole read', { __ab_full_refresh_sync_complete: true }, undefined],
    ['no cursor at all', { __ab_no_cursor_state_message: true }, undefined],
    ['a cursor that is null', { updated_at: null }, undefined],
    ['a cursor that is empty', { updated_at: '' }, undefined],
  ])('%s', (_, state, cursor) => {
    expect(read(state).cursor).toBe(cursor);
    expect(read(state).foreign).toBe(cursor !== undefined);
  });

  it('under the key of the stream’s own cursor', () => {
    expect(readSavedState({ created_at: String(T) }, 'created_at').cursor).toBe(T);
  });
});

describe('a time that is none', () => {
  it.each<[JsonObject, string]>([
    [{ updated_at: 'yesterday' }, '"yesterday" as its "updated_at"'],
    [{ updated_at: 'yesterday', recent: {} }, '"yesterday" as its "updated_at"'],
    [{ updated_at: true }, 'true as its "updated_at"'],
    [{ updated_at: { at: T } }, '{"at":1744153060} as its "updated_at"'],
    [{ updated_at: '2025-13-41T00:00:00Z' }, '"updated_at"'],
    [{ updated_at: '08/04/2025' }, '"updated_at"'],
    [{ state: { updated_at: 'now' }, parent_state: {} }, '"state.updated_at"'],
    [{ parent_state: { conversations: { updated_at: '?' } } }, '"parent_state.conversations.updated_at"'],
    [{ states: [{ cursor: { updated_at: '?' } }] }, '"states.0.cursor.updated_at"'],
    [{ slices: [slice('x', 1)] }, '"slices.start"'],
  ])('%j is refused, with where it stands', (state, words) => {
    expect(() => read(state)).toThrow(ConfigError);
    expect(() => read(state)).toThrow(words);
    expect(() => read(state)).toThrow(/reset the stream/);
  });
});
