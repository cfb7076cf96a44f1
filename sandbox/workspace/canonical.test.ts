import { expect, it } from 'vitest';
import { canonicalHash, canonicalJson } from './canonical.ts';

it('sorts the keys of every object and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, { d: null, c: 'x' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[2,{"c":"x","d":null}]}',
  );
  expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }));
  expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
});
