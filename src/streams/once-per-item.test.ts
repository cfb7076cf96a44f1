import { expect, it } from 'vitest';
import type { IntercomRun } from '../config/context.ts';
import { oncePerItem } from './once-per-item.ts';

const run = {} as IntercomRun;

it('streams that make rows of one item share one call, also while it is under way', async () => {
  const asked: string[] = [];
  const retrieved = oncePerItem(async ({ id }: { readonly id: string }) => {
    asked.push(id);
    return `body of ${id}`;
  });
  const [first, second] = [{ id: 'a' }, { id: 'b' }];
  expect(await Promise.all([first, first, second, first].map((item) => retrieved(item, run)))).toEqual([
    'body of a',
    'body of a',
    'body of b',
    'body of a',
  ]);
  expect(asked).toEqual(['a', 'b']);
});

it('a call that failed fails for every stream', async () => {
  let asked = 0;
  const retrieved = oncePerItem(async () => {
    asked += 1;
    throw new Error('no answer');
  });
  const item = {};
  await expect(retrieved(item, run)).rejects.toThrow('no answer');
  await expect(retrieved(item, run)).rejects.toThrow('no answer');
  expect(asked).toBe(1);
});
