import { describe, expect, it } from 'vitest';
import { storable, storableLine } from './storable-text.ts';

describe('text that can be stored', () => {
  it.each([
    ['cut \ud83d here', 'cut \ufffd here'],
    ['\udc00', '\ufffd'],
    ['a\0b', 'a\ufffdb'],
    [{ 'k\0': ['x', { y: '\ud83d' }] }, { 'k\ufffd': ['x', { y: '\ufffd' }] }],
  ])('is made from %j', (value, expected) => {
    expect(storable(value)).toEqual(expected);
    expect(storableLine({ value })).toEqual({ line: JSON.stringify({ value: expected }), replaced: true });
  });

  it.each(['plain', 'emoji 👩‍👩‍👧', { a: [1, null, 'x'] }, '\\ud83d'])('stays unchanged: %j', (value) => {
    expect(storable(value)).toBe(value);
    expect(storableLine(value)).toEqual({ line: JSON.stringify(value), replaced: false });
  });

  it('keeps exact numbers unchanged', () => {
    const exact = (JSON as unknown as { rawJSON(text: string): object }).rawJSON('12345678901234567890');
    expect(JSON.stringify(storable({ a: exact, b: '\0' }))).toBe('{"a":12345678901234567890,"b":"\ufffd"}');
  });
});
