import { describe, expect, it } from 'vitest';
import { type Outcome, type Row, source } from '../contract.ts';
import { IncompleteError, SkippedError } from '../errors.ts';
import { type Item, items, oneBatch, readAll, sameRow, scanOf, streamOf } from '../fixtures/numbers-scan.ts';

/** Returns a scan, and the list that its cursor fills with the outcome of each item. */
function settling(...ids: readonly number[]) {
  const outcomes: (readonly [number, Outcome])[] = [];
  const scan = scanOf(
    async function* () {
      yield items(...ids);
    },
    {
      join: () => ({
        needs: ({ id }) => id > 1,
        settle: ({ id }, outcome) => outcomes.push([id, outcome]),
        checkpoint: () => ({ state: { settled: outcomes.length } }),
      }),
    },
  );
  return { scan, outcomes };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the engine settles each item', () => {
  it('as known, emitted, gone, incomplete or doubtful', async () => {
    const { scan, outcomes } = settling(1, 2, 3, 4, 5);
    async function* rows({ id }: Item): AsyncGenerator<Row> {
      if (id === 3) throw new SkippedError('number 3 is gone');
      yield { id };
      if (id === 4) throw new IncompleteError('a row of number 4');
      if (id === 5) throw new IncompleteError('1 row of number 5', { agreed: true });
    }
    const { lines, summary } = await readAll([streamOf('a', scan, rows)]);
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

  it('completes a stream with a doubtful item, and notes it in the summary', async () => {
    const rows = async function* ({ id }: Item): AsyncGenerator<Row> {
      yield { id };
      throw new IncompleteError(`1 row of number ${id}`, { agreed: true });
    };
    const { summary } = await readAll([streamOf('a', oneBatch(1), rows)]);
    expect(summary.streams).toMatchObject([
      { status: 'COMPLETE', notes: { 'items with a higher count than two looks showed': 1 } },
    ]);
  });

  it('skips an item whose rows function throws SkippedError before it returns', async () => {
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
  it('emits no row of a stream after its other scan failed', async () => {
    const slow = scanOf(async function* () {
      yield items(1);
      await pause(40);
      yield items(2);
    });
    const broken = scanOf(
      async function* () {
        await pause(10);
        yield [];
        throw new Error('the scan broke');
      },
      { name: 'broken' },
    );
    async function* rows({ id }: Item): AsyncGenerator<Row> {
      yield { id };
      await pause(30);
      yield { id: id + 10 };
    }
    const stream = { ...streamOf('a', slow), sources: [source(slow, rows), source(broken, () => [])] };
    const { lines } = await readAll([stream]);
    expect(lines.slice(lines.indexOf('a INCOMPLETE'))).toEqual(['a INCOMPLETE']);
  });

  it('requests the rows of all streams for one batch at the same time', async () => {
    let underWay = 0;
    let most = 0;
    const rows = async ({ id }: Item): Promise<readonly Row[]> => {
      underWay += 1;
      most = Math.max(most, underWay);
      await pause(10);
      underWay -= 1;
      return [{ id }];
    };
    const scan = oneBatch(1);
    await readAll(Array.from({ length: 10 }, (_, index) => streamOf(`child ${index}`, scan, rows)));
    expect(most).toBe(10);
  });

  it('reads ten streams with one call per item as fast as one stream', async () => {
    const scan = scanOf(async function* () {
      yield items(1);
      yield items(2);
    });
    const rows = async ({ id }: Item): Promise<readonly Row[]> => {
      await pause(100);
      return [{ id }];
    };
    const began = performance.now();
    await readAll(Array.from({ length: 10 }, (_, index) => streamOf(`child ${index}`, scan, rows)));
    expect(performance.now() - began).toBeLessThan(450);
  });

  it('leaves out a row without a primary key, and notes it', async () => {
    const keys = [undefined, null, '', {}, []];
    const rows = () => [{ id: 'a' }, ...keys.map((id) => ({ id }))];
    const { lines, summary } = await readAll([streamOf('a', oneBatch(1), rows)]);
    expect(lines.filter((line) => line.includes(' row '))).toEqual(['a row a']);
    expect(summary.streams).toMatchObject([{ notes: { 'rows left out: no primary key': keys.length } }]);
  });

  it('fails a stream whose watermark goes back, and keeps the state before', async () => {
    let watermark = 3;
    const join = () => ({
      needs: () => true,
      settle: () => undefined,
      checkpoint: () => ({ state: { watermark }, watermark: watermark-- }),
    });
    const scan = scanOf(
      async function* () {
        yield items(1);
        yield items(2);
      },
      { join },
    );
    const { lines } = await readAll([streamOf('a', scan, sameRow)]);
    expect(lines.filter((line) => line.includes(' state '))).toEqual(['a state {"watermark":3} after 1']);
    expect(lines).toContain('a failed: The watermark of a went back from 3 to 2.');
  });

  it('gives a stream the changes of a scan only if another stream runs that scan, and keeps its state otherwise', async () => {
    const own = oneBatch(1);
    const other = scanOf(
      async function* ({ on }) {
        on({ type: 'call' });
        yield items(2);
      },
      { name: 'other' },
    );
    const changes = source(other, () => [{ id: 2 }], { changesOnly: true });
    const joining = { ...streamOf('a', own), sources: [source(own, sameRow), changes] };
    const saved = { a: { other: { last: 1 } } };
    const alone = await readAll([joining], saved);
    expect(alone.lines).not.toContain('a row 2');
    expect(alone.lines.findLast((line) => line.includes(' state '))).toContain('{"last":1,"other":{"last":1}}');
    const together = await readAll([joining, streamOf('b', other)], saved);
    expect(together.lines).toContain('a row 2');
    expect(together.summary.streams).toMatchObject([
      { stream: 'a', calls: 0 },
      { stream: 'b', calls: 1 },
    ]);
  });

  it('keeps the state of a source that the config excludes', async () => {
    const own = oneBatch(1);
    const never = source(
      scanOf(async function* () {}, { name: 'other' }),
      () => [],
      { when: () => false },
    );
    const stream = { ...streamOf('a', own), sources: [source(own, sameRow), never] };
    const { lines } = await readAll([stream], { a: { other: { last: 7 } } });
    expect(lines).toContain('a state {"last":1,"other":{"last":7}} after 1');
  });
});
