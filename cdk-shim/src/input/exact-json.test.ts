import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExactNumber, keyText, parseExact } from './exact-json.ts';

describe('exact JSON', () => {
  it.each([
    '1146485234658512926',
    '-9007199254740993',
    '9007199254740993',
    '1e400',
    '-1E999',
    '1e-400',
    '1e1000',
    '0.12345678901234567891',
    '123456789.1234567890123',
    '100000000000000000000',
  ])('keeps %s', (number) => {
    const text = `{"a":[${number}],"b":{"c":${number}}}`;
    expect(JSON.stringify(parseExact(text))).toBe(text);
    expect(keyText((parseExact(text) as { a: unknown[] }).a[0])).toBe(number);
  });

  it.each(['9007199254740991', '1780000000', '0.5', '1.5e3', '-0', '12345678901234'])(
    'reads %s as a JavaScript number',
    (number) => {
      expect(parseExact(`[${number}]`)).toEqual([Number(number)]);
    },
  );

  it('does not change long digits in a text', () => {
    const text = JSON.stringify({ id: '11464852346585129260000', hex: '6421f01e345c', card: '4111 1111', e: '1e400' });
    expect(parseExact(text)).toEqual(JSON.parse(text));
  });

  it('finds a long number at any position', () => {
    const before = fc.nat(40).map((length) => 'x'.repeat(length));
    const digits = fc.stringMatching(/^[1-9]\d{16,24}$/);
    fc.assert(
      fc.property(before, digits, (text, number) => {
        const value = (parseExact(JSON.stringify({ text }).replace('}', `,"n":${number}}`)) as { n: unknown }).n;
        expect(isExactNumber(value) ? value.rawJSON : String(value)).toBe(number);
      }),
    );
  });

  it('keeps each spelling of one value, and of text between them', () => {
    const spellings = [
      '1146485234658512926',
      '1146485234658513000',
      '1.146485234658513e18',
      '1146485234658512926.0',
      '-1146485234658512926',
      '0.1',
      '0.10000000000000000001',
      '0.12345678901234567891',
      '0.12345678901234568',
      '1e400',
      '7',
      '"at 1146485234658512927, 1e400 or .................... it"',
    ];
    const alone = (number: string) => JSON.stringify(parseExact(number));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...spellings), { maxLength: 5 }), (list) => {
        const text = `[${list.join()}]`;
        expect(JSON.stringify(parseExact(text))).toBe(`[${list.map(alone).join()}]`);
        expect(JSON.stringify(parseExact(`{"__proto__":{"a":${text}}}`))).toBe(
          `{"__proto__":{"a":[${list.map(alone).join()}]}}`,
        );
      }),
    );
  });

  it.each(['{', '', '[1,]', '12345678901234567890x'])('refuses %j', (text) => {
    expect(() => parseExact(text)).toThrow(SyntaxError);
  });
});
