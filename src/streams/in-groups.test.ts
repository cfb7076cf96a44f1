import { expect, it } from 'vitest';
import type { IntercomRun } from '../config/context.ts';
import { inGroups } from './in-groups.ts';

const runOf = (context: object) => ({ context }) as IntercomRun;
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => String(from + index));

it('asks for up to so many different ids with one call, apart for each sync', async () => {
  const asked: (readonly string[])[] = [];
  const answerOf = inGroups(20, async (group) => {
    asked.push(group);
    return new Map(group.filter((id) => id !== '7').map((id) => [id, `answer ${id}`]));
  });
  const [one, other] = [runOf({}), runOf({})];
  const wanted = [...ids(45), '0', '44'];
  const answers = Promise.all(wanted.map((id) => answerOf(id, one)));
  await answerOf('0', other);
  expect(await answers).toEqual(wanted.map((id) => (id === '7' ? undefined : `answer ${id}`)));
  expect(asked.map(({ length }) => length).toSorted()).toEqual([1, 20, 20, 6].toSorted());
  await answerOf('0', one);
  expect(asked.at(-1)).toEqual(['0']);
});

it('fails the rows of its group, and no later ones', async () => {
  let calls = 0;
  const answerOf = inGroups<string>(2, async (group) => {
    calls += 1;
    if (calls === 1) throw new Error('refused');
    return new Map(group.map((id) => [id, id]));
  });
  const run = runOf({});
  const results = await Promise.allSettled(ids(3).map((id) => answerOf(id, run)));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await answerOf('0', run)).toBe('0');
});
