import { describe, expect, it } from 'vitest';
import { type JsonObject, type Scan, source } from '../contract.ts';
import {
  cursorOf,
  type Item,
  items,
  type NumberScan,
  oneBatch,
  readAll,
  sameRow,
  scanOf,
  streamOf,
} from '../fixtures/numbers-scan.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns a stream with two scans. */
function ofTwoScans(first: NumberScan, second: NumberScan, rows = (_: Item): readonly JsonObject[] => []) {
  return { ...streamOf('a', first), sources: [source(first, sameRow), source(second, rows)] };
}

describe('a stream with two scans', () => {
  it('completes after both, with the state of each', async () => {
    const letters = scanOf(
      async function* () {
        yield items(1, 2);
      },
      { name: 'letters' },
    );
    const stream = ofTwoScans(oneBatch(1, 2), letters, ({ id }) => [{ id: id + 10 }]);
    const { lines, summary } = await readAll([stream], { a: { letters: { last: 1 } } });
    expect(lines.filter((line) => line.includes('row')).toSorted()).toEqual(['a row 1', 'a row 12', 'a row 2']);
    expect(lines.filter((line) => line === 'a STARTED' || line === 'a COMPLETE')).toEqual(['a STARTED', 'a COMPLETE']);
    const states = lines.filter((line) => line.includes(' state '));
    expect(states.at(-1)).toContain('{"last":2,"letters":{"last":2}}');
    expect(states.map((line) => Number(line.split(' after ')[1])).reduce((sum, count) => sum + count)).toBe(3);
    expect(summary.complete).toBe(true);
  });

  it('gives each scan its own saved state only, even if the other scan has none', async () => {
    const given: Record<string, unknown> = {};
    const scan = (name: string) =>
      scanOf(async function* () {}, {
        name,
        join(saved) {
          given[name] = saved;
          return cursorOf(saved);
        },
      });
    await readAll([ofTwoScans(scan('numbers'), scan('letters'))], { a: { letters: { last: 1 } } });
    expect(given).toEqual({ numbers: undefined, letters: { last: 1 } });
  });

  it('fails once when one of its scans fails, and the other scan continues for other streams', async () => {
    const fine = scanOf(async function* () {
      for (const id of [1, 2, 3]) {
        await pause(5);
        yield items(id);
      }
    });
    const broken = scanOf(
      async function* () {
        yield items(1);
        throw new Error('the scan broke');
      },
      { name: 'broken' },
    );
    const { lines } = await readAll([ofTwoScans(fine, broken), streamOf('b', fine)]);
    expect(lines.filter((line) => line.startsWith('a ') && !line.includes('row'))).toEqual([
      'a STARTED',
      'a state {"broken":{"last":1}} after 0',
      'a failed: the scan broke',
      'a INCOMPLETE',
    ]);
    expect(lines.filter((line) => line.startsWith('b row'))).toHaveLength(3);
    expect(lines).toContain('b COMPLETE');
  });
});

describe('the facts of a scan', () => {
  /** Returns a scan whose fact is the sum of its items. */
  function summing(...ids: readonly number[]): Scan<Item, null, { sum: number }> {
    return {
      name: 'summing',
      begin() {
        const facts = { sum: 0 };
        return {
          join: (_, saved) => cursorOf(saved),
          leave: () => undefined,
          async *batches() {
            await pause(20);
            for (const id of ids) facts.sum += id;
            yield items(...ids);
          },
          facts,
        };
      },
    };
  }

  /** Returns a stream whose only row has the sum as its id, or -1 if the sync does not run the scan. */
  function asking(name: string, scan: Scan<Item, null, { sum: number }>) {
    return streamOf(name, oneBatch(1), async (_, run) => [{ id: (await run.factsOf(scan))?.sum ?? -1 }]);
  }

  it('reach the rows of another scan when their own scan ends, even if more scans wait than run at once', async () => {
    const scan = summing(1, 2, 3);
    const askers = ['w', 'x', 'y', 'z', 'v'].map((name) => asking(name, scan));
    const last = { ...streamOf('s', oneBatch()), sources: [source(scan, sameRow)] };
    const { lines, summary } = await readAll([...askers, last]);
    expect(lines.filter((line) => line.includes('row 6'))).toHaveLength(askers.length);
    expect(summary.complete).toBe(true);
  });

  it('are undefined if the sync does not run the scan', async () => {
    const { lines } = await readAll([asking('x', summing(1))]);
    expect(lines).toContain('x row -1');
  });
});

describe('an error that ends the sync', () => {
  it('aborts the signal of every other scan, and no more rows are emitted', async () => {
    const { ConfigError } = await import('../errors.ts');
    let aborted = false;
    const waiting = scanOf(
      async function* ({ signal }) {
        yield items(1);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        aborted = true;
        yield items(2);
      },
      { name: 'waiting' },
    );
    const refused = scanOf(
      async function* () {
        await pause(20);
        yield [];
        throw new ConfigError('the token is not accepted', { endsSync: true });
      },
      { name: 'refused' },
    );
    const { lines } = await readAll([streamOf('a', waiting), streamOf('b', refused)]);
    await pause(20);
    expect(aborted).toBe(true);
    expect(lines.filter((line) => line.includes('failed'))).toEqual(['sync failed: the token is not accepted']);
    expect(lines).not.toContain('a row 2');
  });
});
