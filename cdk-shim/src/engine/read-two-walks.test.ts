import { describe, expect, it } from 'vitest';
import type { Stream, Walk } from '../contract.ts';
import { type Item, items, readAll, streamOf, walkOf } from '../fixtures/numbers-walk.ts';

describe('the engine, where walks have to do with each other', () => {
  it('runs a stream on two walks, and completes it after both, with the state of each', async () => {
    const numbers = walkOf(async function* () {
      yield items(1, 2);
    });
    const letters: Walk<Item, null> = { ...numbers, name: 'letters' };
    const stream = {
      ...streamOf('a', numbers),
      beside: () => ({ walk: letters, rows: ({ id }: Item) => [{ id: id + 10 }] }),
    };
    const { lines, summary } = await readAll([stream as Stream<Item, null>], { a: { letters: { last: 1 } } });
    expect(lines.filter((line) => line.includes('row')).toSorted()).toEqual(['a row 1', 'a row 12', 'a row 2']);
    expect(lines.filter((line) => line === 'a STARTED' || line === 'a COMPLETE')).toEqual(['a STARTED', 'a COMPLETE']);
    const states = lines.filter((line) => line.includes(' state '));
    expect(states.at(-1)).toContain('{"last":2,"letters":{"last":2}}');
    expect(states.map((line) => Number(line.split(' after ')[1])).reduce((sum, count) => sum + count)).toBe(3);
    expect(summary.complete).toBe(true);
  });

  it('gives neither walk the state of the other: one that was saved alone leaves the other without any', async () => {
    const given: Record<string, unknown> = {};
    const walk = (name: string): Walk<Item, null> => {
      const numbers = walkOf(async function* () {});
      return {
        ...numbers,
        name,
        place: (options) => {
          given[name] = options.state;
          return numbers.place(options);
        },
      };
    };
    const stream = { ...streamOf('a', walk('numbers')), beside: () => ({ walk: walk('letters'), rows: () => [] }) };
    await readAll([stream as Stream<Item, null>], { a: { letters: { last: 1 } } });
    expect(given).toEqual({ numbers: undefined, letters: { last: 1 } });
  });

  it('fails a stream once when one of its two walks fails, and the other walk goes on for others', async () => {
    const fine = walkOf(async function* () {
      for (const id of [1, 2, 3]) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield items(id);
      }
    });
    const broken: Walk<Item, null> = {
      ...walkOf(async function* () {
        yield items(1);
        throw new Error('the walk broke');
      }),
      name: 'broken',
    };
    const both = { ...streamOf('a', fine), beside: () => ({ walk: broken, rows: () => [] }) };
    const { lines } = await readAll([both as Stream<Item, null>, streamOf('b', fine)]);
    expect(lines.filter((line) => line.startsWith('a ') && !line.includes('row'))).toEqual([
      'a STARTED',
      'a state {"broken":{"last":1}} after 0',
      'a failed: the walk broke',
      'a INCOMPLETE',
    ]);
    expect(lines.filter((line) => line.startsWith('b row'))).toHaveLength(3);
    expect(lines).toContain('b COMPLETE');
  });

  it('begins a walk only when those that it comes after have ended', async () => {
    const heard: string[] = [];
    const first = walkOf(async function* () {
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield items(1);
      heard.push('first ended');
    });
    const second: Walk<Item, null> = {
      ...walkOf(async function* () {
        heard.push('second began');
        yield items(1);
      }),
      after: [first as Walk<unknown, null>],
    };
    await readAll([streamOf('b', second), streamOf('a', first)]);
    expect(heard).toEqual(['first ended', 'second began']);
    await readAll([streamOf('b', second)]);
    expect(heard.at(-1)).toBe('second began');
  });
});
