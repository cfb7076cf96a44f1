import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../config/parse.ts';
import { tombstoneOf } from '../tombstone.ts';
import { SearchPlace } from './search-cursor.ts';
import { CursorPlace } from './watermark-cursor.ts';

const { settings } = settingsOf({ access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' }, {});
const began = 1_780_000_000;
const contact = (id: string, updated_at: number) => ({ id, created_at: began - 90_000, updated_at });

function placeOf(state?: ReturnType<SearchPlace['checkpoint']>): SearchPlace {
  return new SearchPlace({ stream: 'contacts', state, mode: 'incremental', settings, filters: undefined });
}

/** Offers an item as the engine does: says whether it was needed, and settles it. */
function take(
  place: SearchPlace | CursorPlace,
  item: ReturnType<typeof contact> | ReturnType<typeof tombstoneOf>,
): boolean {
  const needed = place.needs(item);
  place.settle(item, needed ? 'emitted' : 'known');
  return needed;
}

describe('a place in a search', () => {
  it('keeps the memory of an open backfill while it waits for the changes of others', () => {
    const first = placeOf();
    first.enterBackfill(began, () => true);
    expect(take(first, contact('a', began - 4000))).toBe(true);
    first.passBackfill(began - 90_000);
    const resumed = placeOf(placeOf(first.checkpoint()).checkpoint());
    resumed.enterBackfill(began + 5000, () => true);
    expect(take(resumed, contact('a', began - 4000))).toBe(false);
    resumed.endBackfill();
    expect(resumed.checkpoint()).toMatchObject({ updated_at: began - 4000 });
  });

  it('hears no more of what was gone long before its backfill', () => {
    const place = placeOf();
    place.enterBackfill(began, () => true);
    const merged = tombstoneOf({ id: 'b', updated_at: began - 5000 });
    expect(take(place, merged)).toBe(false);
    expect(take(place, contact('a', began - 4500))).toBe(true);
    place.endBackfill();
    const next = placeOf(place.checkpoint());
    next.enterChanges(began + 60);
    expect(take(next, merged)).toBe(false);
    expect(take(next, tombstoneOf({ id: 'c', updated_at: began - 5000 }))).toBe(true);
  });

  it.each([
    [began - 1, false],
    [began, true],
  ])('takes what was changed at %s again after a backfill that began at 1780000000: %s', (updatedAt, again) => {
    const place = placeOf();
    place.enterBackfill(began, () => true);
    expect(take(place, contact('a', updatedAt))).toBe(true);
    // What is walked twice within the backfill is still taken once.
    expect(take(place, contact('a', updatedAt))).toBe(false);
    place.endBackfill();
    place.enterChanges(began + 60);
    expect(take(place, contact('a', updatedAt))).toBe(again);
  });
});

it.each([
  [began - 1, false],
  [began, true],
])(
  'a place in a scroll that began at 1780000000 takes what was changed at %s again in the next: %s',
  (updatedAt, again) => {
    const options = { stream: 'companies', mode: 'incremental', overlap: settings.overlap } as const;
    const first = new CursorPlace({ ...options, state: undefined });
    expect(take(first, contact('a', updatedAt))).toBe(true);
    first.end(began);
    const next = new CursorPlace({ ...options, state: first.checkpoint() });
    expect(take(next, contact('a', updatedAt))).toBe(again);
  },
);
