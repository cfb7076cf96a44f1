/** A backfill in windows: however often it is killed and resumed, every record comes, and none comes twice. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHere } from '../harness/read-here.ts';
import { type Found, now, startSearch } from '../harness/small-search.ts';

const DAY = 24 * 60 * 60;

type Line = { readonly id: string } | { readonly state: JsonObject };

/** Records that were created in the same second: fewer than a page, since a state cannot name a part of a second. */
const burst = fc.record({
  secondsAgo: fc.integer({ min: 30 * DAY, max: 3000 * DAY }),
  count: fc.integer({ min: 1, max: 140 }),
});

const schedules = fc.record({
  kind: fc.constantFrom('contacts', 'conversations', 'tickets'),
  bursts: fc.uniqueArray(
    fc.oneof({ weight: 4, arbitrary: burst }, { weight: 20, arbitrary: burst.map((one) => ({ ...one, count: 1 })) }),
    {
      selector: ({ secondsAgo }) => secondsAgo,
      minLength: 1,
      maxLength: 120,
      size: 'max',
    },
  ),
  /** Each sync but the last is killed after so many hundredths of its lines. */
  kills: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
  /** The order in which answers arrive. */
  delays: fc.array(fc.constantFrom(0, 2, 5, 10), { minLength: 1, maxLength: 20 }),
});

it('comes whole and without repeats', { timeout: 120_000 }, async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(schedules, async ({ kind, bursts, kills, delays }) => {
      const records = recordsOf(bursts);
      let calls = 0;
      const server = await startSearch({ kind, records, delayMs: () => delays[calls++ % delays.length] ?? 0 });
      const came: string[] = [];
      let state: JsonObject | undefined;
      try {
        for (const kill of [...kills, undefined]) {
          const lines = await sync(server.url, kind, state);
          const whole = kill === undefined ? lines : lines.slice(0, Math.floor((kill / 100) * lines.length));
          const last = whole.findLastIndex((line) => 'state' in line);
          for (const line of whole.slice(0, last + 1)) {
            if ('id' in line) came.push(line.id);
            else state = line.state;
            if ('state' in line) most = Math.max(most, rangesIn(line.state));
          }
        }
      } finally {
        await server.close();
      }
      expect(came.toSorted()).toEqual(records.map(({ id }) => id).toSorted());
    }),
    // To shrink a schedule takes minutes, since the order of answers is not the same every time.
    { numRuns: Number(process.env.WINDOWS_RUNS ?? 60), endOnFailure: true },
  );
  // Otherwise the schedules would prove nothing about windows.
  expect(most).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(32);
});

function recordsOf(bursts: readonly { readonly secondsAgo: number; readonly count: number }[]): Found[] {
  return bursts
    .flatMap(({ secondsAgo, count }) => Array.from({ length: count }, () => now - secondsAgo))
    .map((created_at, index) => ({ id: String(1000 + index), created_at, updated_at: created_at + 60 }));
}

function rangesIn(state: JsonObject): number {
  return (state.backfill as { unread: readonly unknown[] } | undefined)?.unread.length ?? 0;
}

/** One sync of a stream: its rows and states, in their order. */
async function sync(baseUrl: string, name: string, state: JsonObject | undefined): Promise<readonly Line[]> {
  const env = { INTERCOM_SPLIT_ABOVE: '1', INTERCOM_PATIENCE_MS: '0' };
  const { messages, exitCode } = await readHere(name, { baseUrl, state, env });
  expect(messages.flatMap(({ trace }) => trace?.error?.message ?? [])).toEqual([]);
  expect(exitCode).toBe(0);
  return messages.flatMap(({ record, state: saved }): readonly Line[] => {
    if (record) return [{ id: String(record.data.id) }];
    return saved ? [{ state: saved.stream.stream_state as JsonObject }] : [];
  });
}
