/** Each data type that Intercom documents, and attributes that share a name. */
import { expect, it } from 'vitest';
import { attributeColumns } from './attribute-column.ts';

it.each([
  ['string', ['string', 'null']],
  ['integer', ['integer', 'string', 'null']],
  ['float', ['number', 'string', 'null']],
  ['decimal', ['number', 'string', 'null']],
  ['boolean', ['boolean', 'string', 'null']],
  ['date', ['integer', 'string', 'null']],
  ['datetime', ['integer', 'string', 'null']],
  ['list', ['array', 'string', 'null']],
  ['options', ['array', 'string', 'null']],
])('%s', (data_type, type) => {
  expect(attributeColumns([{ name: 'a b.c', data_type }])).toEqual({ 'a b.c': { type } });
});

it.each(['files', 'relationship'])('%s: an object or several, which stay open', (data_type) => {
  const type = ['object', 'array', 'string', 'null'];
  expect(attributeColumns([{ name: 'x', data_type }])).toEqual({ x: { type, additionalProperties: true } });
});

it('a type that nobody knows yet may hold anything', () => {
  const { x } = attributeColumns([{ name: 'x', data_type: 'hologram' }]);
  expect(x).toEqual({ type: ['boolean', 'number', 'object', 'array', 'string', 'null'], additionalProperties: true });
});

it('attributes of one name make one column, which fits the values of all', () => {
  const columns = attributeColumns([
    { name: 'tier', data_type: 'boolean', description: '', label: '' },
    { name: 'tier', data_type: 'string', description: '', label: 'Tier' },
    { name: 'tier', data_type: 'integer', description: 'How much they pay', label: 'Pays' },
  ]);
  expect(columns).toEqual({ tier: { description: 'Tier', type: ['boolean', 'integer', 'string', 'null'] } });
});

it('what has no name is no column, and a name that objects have by themselves is one', () => {
  const columns = attributeColumns([{ data_type: 'string' }, { name: '' }, { name: '__proto__', data_type: 'string' }]);
  expect(Object.entries(columns)).toEqual([['__proto__', { type: ['string', 'null'] }]]);
});
