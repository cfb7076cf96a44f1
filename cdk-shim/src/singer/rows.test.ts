import { describe, expect, it } from 'vitest';
import { dateTime, rowShape } from './rows.ts';
import { isTime, singerSchema } from './schema.ts';

describe('a time column', () => {
  it.each([
    ['updated_at', { type: 'integer' }, true],
    ['waiting_since', { type: ['integer', 'null'] }, true],
    ['snoozed_until', { type: ['null', 'integer'] }, true],
    ['count', { type: 'integer' }, false],
    ['updated_at', { type: ['string', 'integer', 'null'] }, false],
    ['updated_at', { type: 'string' }, false],
    ['updated_at', {}, false],
    ['chat', { type: 'integer' }, false],
  ])('%s of %j: %s', (name, schema, expected) => {
    expect(isTime(name, schema)).toBe(expected);
  });
});

describe('a date-time', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_734_537_501, '2024-12-18T15:58:21Z'],
    [999_999_999, '2001-09-09T01:46:39Z'],
    [-86_400, '1969-12-31T00:00:00Z'],
    [1_734_537_501.5, '2024-12-18T15:58:21.500Z'],
    [1_734_537_501_000, '2024-12-18T15:58:21Z'],
    [1e300, null],
    [null, null],
    ['2024-12-18T15:58:21Z', '2024-12-18T15:58:21Z'],
    [1_734_537_501_000_000, '2024-12-18T15:58:21Z'],
    [1_734_537_501_000_000_000, '2024-12-18T15:58:21Z'],
    ['1734537501', '2024-12-18T15:58:21Z'],
    ['2024-12-18 16:58:21+01:00', '2024-12-18T15:58:21Z'],
    ['2024-12-18T15:58:21', '2024-12-18T15:58:21Z'],
    ['2024-12-18', '2024-12-18T00:00:00Z'],
    ['', null],
    ['yesterday', null],
    ['2026-02-30T00:00:00Z', null],
    [-62_135_596_801, null],
    [-1e13, '1653-02-10T06:13:20Z'],
    [true, null],
    [[1], null],
  ])('of %j is %j', (value, expected) => {
    expect(dateTime(value)).toBe(expected);
  });
});

const time = { type: ['integer', 'null'] };
const own = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    made_at: time,
    part: { type: ['object', 'null'], properties: { made_at: time, name: { type: 'string' } } },
    lists: { type: 'array', items: { type: 'array', items: { type: 'object', properties: { made_at: time } } } },
    plain: { type: ['object', 'null'], properties: { a: { type: 'string' } } },
  },
};
const at = '1970-01-01T00:00:01Z';

describe('rows', () => {
  const shape = rowShape(own, singerSchema(own));

  it('have date-times at any depth', () => {
    const row = {
      id: '1',
      made_at: 1,
      part: { made_at: 1, name: 'x', other_at: 1 },
      lists: [[{ made_at: 1 }, null], []],
    };
    expect(shape(row)).toEqual({
      id: '1',
      made_at: at,
      part: { made_at: at, name: 'x', other_at: 1 },
      lists: [[{ made_at: at }, null], []],
    });
    expect(row.made_at).toBe(1);
  });

  it('keep nulls, values of another type and undeclared columns, and get no new columns', () => {
    const row = { id: '1', made_at: null, lists: 'none', plain: null, more: { made_at: 1 } };
    expect(shape(row)).toEqual(row);
    expect(shape({ id: '1', part: 'text' })).toEqual({ id: '1', part: 'text' });
  });

  it('leave out a null object that could hold times', () => {
    expect(shape({ id: '1', part: null })).toEqual({ id: '1' });
  });

  it('have only the selected columns if some columns are not selected', () => {
    const { made_at, part } = singerSchema(own).properties as Record<string, { properties: { made_at: object } }>;
    const narrowed = { properties: { made_at, part: { ...part, properties: { made_at: part?.properties.made_at } } } };
    expect(rowShape(own, narrowed)({ id: '1', made_at: 1, part: { made_at: 1, name: 'x' }, more: 1 })).toEqual({
      made_at: at,
      part: { made_at: at },
    });
  });

  it('of a stream without times do not change', () => {
    const simple = { properties: { id: { type: 'string' } } };
    const row = { id: '1', more: 1 };
    expect(rowShape(simple, singerSchema(simple))(row)).toBe(row);
  });
});
