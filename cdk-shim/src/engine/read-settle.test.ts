import { describe, expect, it } from 'vitest';
import type { Outcome, Row, Stream, Walk } from '../contract.ts';
import { IncompleteError, SkippedError } from '../errors.ts';
import { type Item, items, readAll, streamOf, walkOf } from '../fixtures/numbers-walk.ts';

const oneBatch = (...ids: readonly number[]) =>
  walkOf(async function* () {
    yield items(...ids);
  });

/** A walk that remembers how each of its items ended. */
function settling(...ids: readonly number[]) {
  const outcomes: (readonly [number, Outcome])[] = [];
  const walk: Walk<Item, null> = {
    ...oneBatch(...ids),
    place: () => ({
      needs: ({ id }) => id > 1,
      settle: ({ id }, outcome) => outcomes.push([id, outcome]),
      checkpoint: () => ({ settled: outcomes.length }),
    }),
  };
  return { walk, outcomes };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the engine settles each item', () => {
  it('as known, emitted, gone, incomplete or doubtful', async () => {
    const { walk, outcomes } = settling(1, 2, 3, 4, 5);
    async function* rows({ id }: Item): AsyncGenerator<Row> {
      if (id === 3) throw new SkippedError('number 3 is gone');
      yield { id };
      if (id === 4) throw new IncompleteError('a row of number 4');
      if (id === 5) throw new IncompleteError('1 row of number 5', { agreed: true });
    }
    const { lines, summary } = await readAll([streamOf('a', walk, rows)]);
    expect(outcomes.toSorted()).toEqual([
      [1, 'known'],
      [2, 'emitted'],
      [3, 'gone'],
      [4, 'incomplete'],
      [5, 'doubtful'],
    ]);
    expect(lines.filter((line) => line.includes('row '))).toEqual(
      expect.arrayContaining(['a row 2', 'a row 4', 'a row 5']),
    );
    expect(lines.at(-1)).toBe('a INCOMPLETE');
    expect(summary.streams).toMatchObject([{ rows: 3, skipped: 1 }]);
  });

  it('completes a stream whose only doubt is a count that two looks do not confirm, and says so', async () => {
    const rows = async function* ({ id }: Item): AsyncGenerator<Row> {
      yield { id };
      throw new IncompleteError(`1 row of number ${id}`, { agreed: true });
    };
    const { summary } = await readAll([streamOf('a', oneBatch(1), rows)]);
    expect(summary.streams).toMatchObject([
      { status: 'COMPLETE', notes: { 'items whose count is above what two looks showed': 1 } },
    ]);
  });

  it('skips an item whose rows throw at once', async () => {
    const rows = ({ id }: Item) => {
      if (id === 1) throw new SkippedError('number 1 is gone');
      return [{ id }];
    };
    const { lines } = await readAll([streamOf('a', oneBatch(1, 2), rows)]);
    expect(lines).toContain('a row 2');
    expect(lines.at(-1)).toBe('a COMPLETE');
  });
});

describe('the engine', () => {
  it('emits nothing of a stream after its other walk failed', async () => {
    const slow = walkOf(async function* () {
      yield items(1);
      await pause(40);
      yield items(2);
    });
    const broken: Walk<Item, null> = {
      ...walkOf(async function* () {
        await pause(10);
        yield [];
        throw new Error('the walk broke');
      }),
      name: 'broken',
    };
    async function* rows({ id }: Item): AsyncGenerator<Row> {
      yield { id };
      await pause(30);
      yield { id: id + 10 };
    }
    const stream = { ...streamOf('a', slow, rows), beside: () => ({ walk: broken, rows: () => [] }) };
    const { lines } = await readAll([stream as Stream<Item, null>]);
    expect(lines.slice(lines.indexOf('a INCOMPLETE'))).toEqual(['a INCOMPLETE']);
  });

  it('asks for the rows of all streams of a batch side by side', async () => {
    let underWay = 0;
    let most = 0;
    const rows = async ({ id }: Item): Promise<readonly Row[]> => {
      underWay += 1;
      most = Math.max(most, underWay);
      await pause(10);
      underWay -= 1;
      return [{ id }];
    };
    const walk = oneBatch(1);
    await readAll(Array.from({ length: 10 }, (_, index) => streamOf(`child ${index}`, walk, rows)));
    expect(most).toBe(10);
  });

  it('begins a walk that comes two levels after another one, however few run side by side', async () => {
    const first: Walk<Item, null> = { ...oneBatch(1), name: 'first' };
    const second: Walk<Item, null> = { ...oneBatch(1), name: 'second', after: [first as Walk<unknown, null>] };
    const thirds = ['x', 'y', 'z', 'w'].map((name): Walk<Item, null> => {
      return { ...oneBatch(1), name, after: [second as Walk<unknown, null>] };
    });
    const streams = [...thirds, second, first].map((walk) => streamOf(walk.name, walk));
    const { summary } = await readAll(streams);
    expect(summary.complete).toBe(true);
  });

  it('lets a stream join a walk for its changes only where another stream runs that walk, and keeps its state else', async () => {
    const own: Walk<Item, null> = { ...oneBatch(1), name: 'own' };
    const other: Walk<Item, null> = { ...oneBatch(2), name: 'other' };
    const joining: Stream<Item, null> = {
      ...streamOf('a', own),
      beside: () => ({ walk: other, changesOnly: true, rows: () => [{ id: 2 }] }),
    };
    const saved = { a: { other: { last: 1 } } };
    const alone = await readAll([joining], saved);
    expect(alone.lines).not.toContain('a row 2');
    expect(alone.lines.findLast((line) => line.includes(' state '))).toContain('{"last":1,"other":{"last":1}}');
    const calling: Walk<Item, null> = {
      ...other,
      async *batches(run) {
        run.called();
        yield items(2);
      },
    };
    const joiningIt = { ...joining, beside: () => ({ walk: calling, changesOnly: true, rows: () => [{ id: 2 }] }) };
    const together = await readAll([joiningIt, streamOf('b', calling)], saved);
    expect(together.lines).toContain('a row 2');
    expect(together.summary.streams).toMatchObject([
      { stream: 'a', calls: 0 },
      { stream: 'b', calls: 1 },
    ]);
  });
});
