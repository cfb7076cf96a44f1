import { describe, expect, it } from 'vitest';
import type { Row, Run } from '../contract.ts';
import { ConfigError, SkippedError } from '../errors.ts';
import { type Item, items, readAll, scanOf, streamOf } from '../fixtures/numbers-scan.ts';

describe('the engine', () => {
  it('writes STARTED, RUNNING, the records, the states that cover them, and COMPLETE', async () => {
    const scan = scanOf(async function* () {
      yield items(1, 2);
      yield items(3);
    });
    const { lines, summary } = await readAll([streamOf('a', scan)]);
    expect(lines).toEqual([
      'a STARTED',
      'a RUNNING',
      'a row 1',
      'a row 2',
      'a state {"last":2} after 2',
      'a row 3',
      'a state {"last":3} after 1',
      'a COMPLETE',
    ]);
    expect(summary.complete).toBe(true);
    expect(summary.streams).toMatchObject([{ stream: 'a', status: 'COMPLETE', rows: 3 }]);
  });

  it('runs a scan once for all its streams, and each stream emits only the items that it needs', async () => {
    let runs = 0;
    const scan = scanOf(async function* () {
      runs += 1;
      yield items(1, 2, 3);
    });
    const { lines } = await readAll([streamOf('a', scan), streamOf('b', scan)], { a: { last: 3 }, b: { last: 1 } });
    expect(runs).toBe(1);
    expect(lines.filter((line) => line.includes('row'))).toEqual(['b row 2', 'b row 3']);
    expect(lines).toContain('a state {"last":3} after 0');
  });

  it('emits requested rows in the order of their items, and skips items that are gone', async () => {
    const scan = scanOf(async function* () {
      yield items(1, 2, 3);
    });
    const rows = async ({ id }: Item): Promise<readonly Row[]> => {
      await new Promise((resolve) => setTimeout(resolve, 10 - id * 3));
      if (id === 2) throw new SkippedError('number 2 is gone');
      return [{ id }];
    };
    const { lines, summary } = await readAll([streamOf('a', scan, rows)]);
    expect(lines.filter((line) => line.includes('row'))).toEqual(['a row 1', 'a row 3']);
    expect(summary.streams).toMatchObject([{ rows: 2, skipped: 1, status: 'COMPLETE' }]);
  });

  it('fails one stream without its scan or the other streams, and writes no state for rows that were not emitted', async () => {
    const scan = scanOf(async function* () {
      yield items(1);
      yield items(2);
    });
    const fails = ({ id }: Item) => {
      if (id === 2) throw new ConfigError('no permission');
      return [{ id }];
    };
    const { lines, summary } = await readAll([streamOf('bad', scan, fails), streamOf('good', scan)]);
    expect(lines.filter((line) => line.startsWith('bad'))).toEqual([
      'bad STARTED',
      'bad RUNNING',
      'bad row 1',
      'bad state {"last":1} after 1',
      'bad failed: no permission',
      'bad INCOMPLETE',
    ]);
    expect(lines.at(-1)).toBe('good COMPLETE');
    expect(summary.complete).toBe(false);
  });

  it('fails every stream of a scan that fails', async () => {
    const broken = scanOf(async function* () {
      yield items(1);
      throw new Error('the scan broke');
    });
    const fine = scanOf(async function* () {
      yield items(1);
    });
    const { lines } = await readAll([streamOf('a', broken), streamOf('b', broken), streamOf('c', fine)]);
    expect(lines).toContain('a failed: the scan broke');
    expect(lines).toContain('b failed: the scan broke');
    expect(lines).toContain('c COMPLETE');
  });

  it('ends all streams with one error if that error ends the sync', async () => {
    const refused = new ConfigError('the token is not accepted', { endsSync: true });
    const scans = ['a', 'b', 'c'].map((name) =>
      streamOf(
        name,
        scanOf(async function* () {
          yield items(1);
          throw refused;
        }),
      ),
    );
    const { lines, summary } = await readAll(scans);
    expect(lines.filter((line) => line.includes('failed'))).toEqual(['sync failed: the token is not accepted']);
    expect(lines.filter((line) => line.endsWith('INCOMPLETE'))).toHaveLength(3);
    expect(summary.complete).toBe(false);
  });

  it('repeats the last state during a long silence', async () => {
    const scan = scanOf(async function* () {
      yield items(1);
      await new Promise((resolve) => setTimeout(resolve, 200));
      yield items(2);
    });
    const { lines } = await readAll([streamOf('a', scan)], { a: { last: 0 } }, 40);
    const repeats = lines.filter((line) => line === 'a state {"last":1} after 0');
    expect(repeats.length).toBeGreaterThanOrEqual(2);
    expect(repeats.length).toBeLessThanOrEqual(6);
  });

  it('reports a wait for quota once, however many calls wait for the same time', async () => {
    const scan = scanOf(async function* (run: Run<null>) {
      for (const untilMs of [50_000, 50_004, 50_001, 60_000]) run.on({ type: 'wait', untilMs });
      yield items(1);
    });
    const { lines } = await readAll([streamOf('a', scan)]);
    expect(lines.filter((line) => line.includes('waits'))).toEqual(['a waits until 50000', 'a waits until 60000']);
  });

  it('names records that were left out in the summary', async () => {
    const scan = scanOf(async function* () {
      yield items(1, 2);
    });
    const rows = async ({ id }: Item): Promise<readonly Row[]> => {
      if (id === 2) throw new SkippedError('number 2 cannot be read', { leftOut: '2' });
      return [{ id }];
    };
    const { summary } = await readAll([streamOf('a', scan, rows)]);
    expect(summary.streams).toMatchObject([{ rows: 1, skipped: 1, leftOut: ['2'] }]);
  });

  it('writes large states at intervals of time, and always writes the last state', async () => {
    const large = 'x'.repeat(40_000);
    const scan = scanOf(
      async function* () {
        for (const id of [1, 2, 3, 4]) yield items(id);
      },
      { join: () => ({ needs: () => true, settle: () => undefined, checkpoint: () => ({ state: { large } }) }) },
    );
    const { lines } = await readAll([streamOf('a', scan)]);
    const counts = lines.filter((line) => line.includes(' state ')).map((line) => line.split(' after ')[1]);
    expect(counts).toEqual(['1', '3']);
  });
});
