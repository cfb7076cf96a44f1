import { describe, expect, it } from 'vitest';
import { storable, storableLine } from './storable-text.ts';

describe('text that can be stored', () => {
  it.each([
    ['cut \ud83d here', 'cut \ufffd here'],
    ['\udc00', '\ufffd'],
    ['a\0b', 'a\ufffdb'],
    [{ 'k\0': ['x', { y: '\ud83d' }] }, { 'k\ufffd': ['x', { y: '\ufffd' }] }],
  ])('is made of %j', (value, mended) => {
    expect(storable(value)).toEqual(mended);
    expect(storableLine({ value })).toEqual({ line: JSON.stringify({ value: mended }), replaced: true });
  });

  it.each(['plain', 'emoji 👩‍👩‍👧', { a: [1, null, 'x'] }, '\\ud83d'])('is left alone: %j', (value) => {
    expect(storable(value)).toBe(value);
    expect(storableLine(value)).toEqual({ line: JSON.stringify(value), replaced: false });
  });

  it('leaves exact numbers as they are', () => {
    const exact = (JSON as unknown as { rawJSON(text: string): object }).rawJSON('12345678901234567890');
    expect(JSON.stringify(storable({ a: exact, b: '\0' }))).toBe('{"a":12345678901234567890,"b":"\ufffd"}');
  });
});
