import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../config/parse.ts';
import { tombstoneOf } from '../tombstone.ts';
import { SearchCursor } from './search-cursor.ts';
import { WatermarkCursor } from './watermark-cursor.ts';

const { settings } = settingsOf({ access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' }, {});
const began = 1_780_000_000;
const contact = (id: string, updated_at: number) => ({ id, created_at: began - 90_000, updated_at });

function cursorOf(saved?: ReturnType<SearchCursor['checkpoint']>): SearchCursor {
  const stream = { name: 'contacts', mode: 'incremental', changesOnly: false } as const;
  return new SearchCursor({ stream, state: saved?.state, settings, filters: undefined, newestFirst: true });
}

/** Offers an item as the engine does: settles it, and returns whether it was needed. */
function offer(
  cursor: SearchCursor | WatermarkCursor,
  item: ReturnType<typeof contact> | ReturnType<typeof tombstoneOf>,
): boolean {
  const needed = cursor.needs(item);
  cursor.settle(item, needed ? 'emitted' : 'known');
  return needed;
}

describe('a cursor in a search', () => {
  it('keeps the memory of an open backfill while it waits for the changes of others', () => {
    const first = cursorOf();
    first.enterBackfill(began);
    expect(offer(first, contact('a', began - 4000))).toBe(true);
    first.passBackfill([began - 89_999, Number.POSITIVE_INFINITY]);
    const resumed = cursorOf(cursorOf(first.checkpoint()).checkpoint());
    resumed.enterBackfill(began + 5000);
    expect(offer(resumed, contact('a', began - 4000))).toBe(false);
    resumed.endBackfill();
    expect(resumed.checkpoint()?.state).toMatchObject({ updated_at: began - 4000 });
  });

  it('emits no deletion of a record that was gone long before its backfill', () => {
    const cursor = cursorOf();
    cursor.enterBackfill(began);
    const merged = tombstoneOf({ id: 'b', updated_at: began - 5000 });
    expect(offer(cursor, merged)).toBe(false);
    expect(offer(cursor, contact('a', began - 4500))).toBe(true);
    cursor.endBackfill();
    const next = cursorOf(cursor.checkpoint());
    next.enterChanges(began + 60);
    expect(offer(next, merged)).toBe(false);
    expect(offer(next, tombstoneOf({ id: 'c', updated_at: began - 5000 }))).toBe(true);
  });

  it.each([
    [began - 1, false],
    [began, true],
  ])('needs a record that changed at %s again after a backfill that began at 1780000000: %s', (updatedAt, again) => {
    const cursor = cursorOf();
    cursor.enterBackfill(began);
    expect(offer(cursor, contact('a', updatedAt))).toBe(true);
    // A record that comes twice within the backfill is needed once.
    expect(offer(cursor, contact('a', updatedAt))).toBe(false);
    cursor.endBackfill();
    cursor.enterChanges(began + 60);
    expect(offer(cursor, contact('a', updatedAt))).toBe(again);
  });
});

it.each([
  [began - 1, false],
  [began, true],
])(
  'a cursor in a scroll that began at 1780000000 needs a record that changed at %s again in the next scroll: %s',
  (updatedAt, again) => {
    const options = { stream: 'companies', mode: 'incremental', overlap: settings.overlap } as const;
    const first = new WatermarkCursor({ ...options, state: undefined });
    expect(offer(first, contact('a', updatedAt))).toBe(true);
    first.end(began);
    const next = new WatermarkCursor({ ...options, state: first.checkpoint()?.state });
    expect(offer(next, contact('a', updatedAt))).toBe(again);
  },
);

it('an item of a list that changes back after a killed sync is emitted again', () => {
  const options = { stream: 'segments', mode: 'incremental', overlap: Number.POSITIVE_INFINITY } as const;
  const [before, between] = [contact('a', began), { ...contact('a', began), count: 7 }];
  const first = new WatermarkCursor({ ...options, state: undefined });
  offer(first, before);
  first.end(began + 60);
  const killed = new WatermarkCursor({ ...options, state: first.checkpoint()?.state });
  killed.expect([before]);
  expect(killed.checkpoint()).toBeUndefined();
  killed.expect([between]);
  const saved = killed.checkpoint()?.state;
  expect(killed.needs(between)).toBe(true);
  expect(new WatermarkCursor({ ...options, state: saved }).needs(before)).toBe(true);
});
