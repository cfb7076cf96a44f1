import { describe, expect, it } from 'vitest';
import { selectedSchema, selectionOf } from './selection.ts';

const stream = (metadata: object) => ({ breadcrumb: [], metadata });
const column = (metadata: object, ...names: readonly string[]) => ({
  breadcrumb: names.flatMap((name) => (name === '[]' ? ['items'] : ['properties', name])),
  metadata,
});
const on = { selected: true };
const off = { selected: false };

describe('a stream', () => {
  it.each([
    [undefined, true],
    [[], true],
    [[stream(on)], true],
    [[stream({ selected: 'true' })], true],
    [[stream(off)], false],
    [[stream({ selected: 'false', 'selected-by-default': true })], false],
    [[stream({ 'selected-by-default': true })], true],
    [[stream({})], false],
    [[stream({ inclusion: 'available' }), column(on, 'a')], false],
    [[stream({ inclusion: 'unsupported', selected: true })], false],
  ])('with the metadata %j is selected: %s', (metadata, expected) => {
    expect(selectionOf(metadata).selects([])).toBe(expected);
  });
});

describe('a column', () => {
  it.each([
    [[stream(on)], true],
    [[stream(off), column(on, 'a')], false],
    [[stream(on), column(off, 'a')], false],
    [[stream(on), column({ inclusion: 'automatic', selected: false }, 'a')], true],
    [[stream(on), column({ inclusion: 'unsupported', selected: true }, 'a')], false],
    [[stream(on), column({ 'selected-by-default': false }, 'a')], false],
    [[stream(on), column({ 'selected-by-default': false, selected: true }, 'a')], true],
    [[stream(on), column({ inclusion: 'available' }, 'a')], true],
  ])('with the metadata %j is selected: %s', (metadata, expected) => {
    expect(selectionOf(metadata).selects(['properties', 'a'])).toBe(expected);
  });

  it('inside another column is selected like that column, unless its own metadata decides', () => {
    const schema = {
      required: ['id', 'gone'],
      properties: {
        id: {},
        gone: { properties: { x: {} } },
        part: { properties: { x: {}, y: {} } },
        list: { items: { properties: { x: {}, y: {} } } },
      },
    };
    const metadata = [
      stream(on),
      column(off, 'id'),
      column(off, 'gone'),
      column(on, 'gone', 'x'),
      column(off, 'part', 'x'),
      column(off, 'list', '[]', 'y'),
    ];
    expect(selectedSchema(schema, selectionOf(metadata), ['id'])).toEqual({
      required: ['id'],
      properties: { id: {}, part: { properties: { y: {} } }, list: { items: { properties: { x: {} } } } },
    });
  });
});
