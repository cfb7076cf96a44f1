import { expect, it } from 'vitest';
import { Owed } from './owed.ts';

it('a doubtful count is believed only when a later sync finds it again', () => {
  const first = new Owed(undefined);
  first.settle('a', 'doubtful');
  // A backfill and the changes after it may both meet the item.
  first.settle('a', 'doubtful');
  expect(first.toState()).toEqual({ owed: ['a'] });
  const second = new Owed(first.toState().owed);
  second.settle('a', 'doubtful');
  expect(second.toState()).toEqual({});
});
