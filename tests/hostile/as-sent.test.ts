/** Values that look different after they are sent. */
import { expect, it } from 'vitest';
import { asSent } from '../harness/as-sent.ts';

it('lone surrogates and NUL become U+FFFD, in keys too, and everything else stays', () => {
  const value = { 'a\0': ['cut \ud83d here', '\u2028😀', 7, null, true], b: { c: '\ude00' } };
  expect(asSent(value)).toEqual({ 'a\ufffd': ['cut \ufffd here', '\u2028😀', 7, null, true], b: { c: '\ufffd' } });
});
