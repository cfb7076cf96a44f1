import { describe, expect, it } from 'vitest';
import type { Row } from '../contract.ts';
import { parseExact } from '../input/exact-json.ts';
import { rowFit } from './row-fit.ts';

const schema = {
  required: ['id', 'updated_at'],
  properties: {
    id: { type: 'string' },
    updated_at: { type: ['integer', 'null'] },
    count: { type: ['integer', 'null'] },
    share: { type: ['number', 'null'] },
    name: { type: ['string', 'null'] },
    on: { type: ['boolean', 'null'] },
    any: {},
    inside: { type: ['object', 'null'], properties: { seen_at: { type: ['integer', 'null'] } } },
    list: { type: ['array', 'null'], items: { type: 'object', properties: { id: { type: ['string', 'null'] } } } },
  },
};
const fit = rowFit(schema);

function fitted(row: Row) {
  const notes: Record<string, number> = {};
  const made = fit({ id: 'a', updated_at: 1, ...row }, (why, count) => {
    notes[why] = (notes[why] ?? 0) + count;
  });
  return { row: made, notes };
}

const exact = (text: string) => (parseExact(`[${text}]`) as unknown[])[0];
const LONG = '1146485234658512926';

describe('a row', () => {
  it('that fits stays unchanged', () => {
    const row = {
      id: 'a',
      updated_at: null,
      count: 1,
      share: 0.5,
      list: [{ id: 'b' }],
      inside: {},
      other: [1],
      any: 'x',
    };
    expect(fit(row, () => expect.unreachable())).toBe(row);
  });

  it.each<[Row, Row]>([
    [{ id: 7 }, { id: '7' }],
    [{ id: exact(LONG) }, { id: LONG }],
    [{ count: '12' }, { count: 12 }],
    [{ share: '1e5' }, { share: 100_000 }],
    [{ share: 3 }, { share: 3 }],
    [{ name: 5 }, { name: '5' }],
    [{ name: exact(LONG) }, { name: LONG }],
    [{ name: { a: 1 } }, { name: '{"a":1}' }],
    [{ on: 'false' }, { on: false }],
    [{ inside: { seen_at: '2026-01-02T03:04:05Z' } }, { inside: { seen_at: 1_767_323_045 } }],
    [{ list: [null, { id: 1 }, 'x'] }, { list: [{ id: '1' }] }],
  ])('with %j becomes %j', (given, expected) => {
    expect(fitted(given).row).toMatchObject(expected);
  });

  it('keeps all digits of a text in an integer column', () => {
    expect(JSON.stringify(fitted({ count: LONG }).row)).toContain(`"count":${LONG}`);
  });

  it.each<Row>([
    { count: 1.5 },
    { count: 'many' },
    { on: 1 },
    { inside: [] },
    { updated_at: '2026-01-02T03:04:05.5Z' },
  ])('with %j gets null instead, and a note', (given) => {
    const [[name] = ['']] = Object.entries(given);
    const { row, notes } = fitted(given);
    expect(row[name]).toBeNull();
    expect(Object.keys(notes)).toEqual([expect.stringContaining(`values of ${name} `)]);
  });

  it('without a required column gets null there', () => {
    expect(fit({ id: 'a' }, () => undefined)).toEqual({ id: 'a', updated_at: null });
  });

  it('gets no new column, even if a column has the name of an inherited property', () => {
    const named = rowFit({ properties: { constructor: { type: ['string', 'null'] }, id: { type: 'string' } } });
    const row = JSON.parse('{"id":"a","__proto__":{"x":1}}') as Row;
    expect(named(row, () => undefined)).toBe(row);
  });
});
