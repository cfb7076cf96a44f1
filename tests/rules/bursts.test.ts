/** Thousands of records of one second, as an import makes them, cost at most one call more than their pages. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { describe, expect, it } from 'vitest';
import { readHere } from '../harness/read-here.ts';
import { now, startSearch } from '../harness/small-search.ts';

const DAY = 24 * 60 * 60;
const PER_PAGE = 150;

/** A first sync of records of one second, and a sync after all of them changed in one second. */
async function syncs(kind: 'contacts' | 'conversations' | 'tickets', count: number) {
  const created_at = now - 40 * DAY;
  const records = Array.from({ length: count }, (_, index) => ({ id: String(100_000 + index), created_at }));
  let state: JsonObject | undefined;
  const figures = [];
  for (const updated_at of [created_at + DAY, now - 1000]) {
    const server = await startSearch({ kind, records: records.map((record) => ({ ...record, updated_at })) });
    try {
      const { messages } = await readHere(kind, { baseUrl: server.url, state });
      const ids = messages.flatMap(({ record }) => (record ? [String(record.data.id)] : []));
      figures.push({ calls: server.calls(), ids });
      state = messages.findLast((message) => message.state)?.state?.stream.stream_state as JsonObject;
    } finally {
      await server.close();
    }
  }
  return { figures, ids: records.map(({ id }) => id) };
}

describe.each(['contacts', 'conversations', 'tickets'] as const)('%s of one second', (kind) => {
  it.each([151, 300, 1000, 3000])('%i of them come once, and cost one call more than their pages', async (count) => {
    const { figures: one } = await syncs(kind, 1);
    const { figures: all, ids } = await syncs(kind, count);
    for (const [index, sync] of all.entries()) {
      // A sync makes some calls whatever it finds; one of them is the page of the one record.
      const always = (one[index]?.calls ?? 0) - 1;
      expect(sync.ids.toSorted()).toEqual(ids);
      expect(sync.calls).toBeLessThanOrEqual(always + Math.ceil(count / PER_PAGE) + 1);
    }
  });
});
