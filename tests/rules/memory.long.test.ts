/** The rules of the dedupe memory: with one rule broken, its test fails. */
import { describe, expect, it } from 'vitest';
import { lastStates, rowsOf } from '../harness/connector.ts';
import { story } from './story.ts';

const OVERLAP = 15 * 60;
const kind = 'conversations';

it('the memory knows updated_at: it holds what lies in the overlap, and no more', () =>
  story({ conversations: 200 }, async ({ ids, change, pass, sync, expectNothingLost, expectNothingRepeated }) => {
    const all = await ids(kind);
    await change(kind, { ids: all.slice(0, 40), spread: 10 });
    await pass(5);
    const first = await sync(kind);
    await change(kind, { ids: all.slice(100, 101), advance: 700 });
    await pass(5);
    const second = await sync(kind);
    expect(rowsOf(second, kind).map(({ id }) => id)).toEqual(all.slice(100, 101));

    const [saved] = lastStates(second);
    const { updated_at: cursor, recent } = saved?.stream.stream_state ?? {};
    const latest = new Map([...rowsOf(first, kind), ...rowsOf(second, kind)].map((row) => [row.id, row.updated_at]));
    const within = [...latest].filter(([, updatedAt]) => Number(updatedAt) >= Number(cursor) - OVERLAP);
    expect(Object.keys(recent ?? {}).toSorted()).toEqual(within.map(([id]) => String(id)).toSorted());
    expect(within.length).toBeGreaterThan(1);
    expect(within.length).toBeLessThan(41);
    await expectNothingLost(kind);
    expectNothingRepeated(kind);
  }));

describe('the memory is filled by every phase and stands in every STATE: nothing comes twice', () => {
  it('where a backfill is killed, and its changes ask for the overlap again', () =>
    story({ conversations: 400 }, async ({ ids, change, pass, sync, syncKilled, expectNothingRepeated }) => {
      await change(kind, { ids: (await ids(kind)).slice(0, 40), spread: 10 });
      await pass(5);
      await syncKilled(1, kind);
      await sync(kind);
      expectNothingRepeated(kind, { atMost: 1 });
    }));

  it.each(['contacts', kind] as const)('where the changes of %s are killed, and asked for again', (changed) =>
    story({ [changed]: 400 }, async ({ ids, change, pass, sync, syncKilled, expectNothingRepeated }) => {
      await sync(changed);
      await change(changed, { ids: (await ids(changed)).slice(0, 200), advance: 3600, spread: 1 });
      await pass(5);
      await syncKilled(1, changed);
      await sync(changed);
      expectNothingRepeated(changed);
    }),
  );
});

it('the memory knows what the record was: another version under the same stamp comes', () =>
  // Two changes within one second look like this one: the body differs, and updated_at does not.
  story({ conversations: 20, taggingTouches: false }, async ({ change, pass, sync }) => {
    const plain = rowsOf(await sync(kind), kind).find(({ tags }) => (tags as { tags: unknown[] }).tags.length === 0);
    const one = { ids: [String(plain?.id)] };
    await change(kind, one);
    await pass(5);
    const [first] = rowsOf(await sync(kind), kind);
    await change(kind, { ...one, op: 'tag' });
    const again = rowsOf(await sync(kind), kind);
    expect(again.map(({ id, updated_at }) => [id, updated_at])).toEqual([[plain?.id, first?.updated_at]]);
    expect(again[0]?.tags).not.toEqual(first?.tags);
  }));
