/** What a row's column becomes, in each form that a column can have, and what the streams of one column share. */

import type { Row } from '@airbyte-ts/cdk-shim';
import { expect, it } from 'vitest';
import type { Intercom, IntercomRun } from '../../config/context.ts';
import { wholeWalk } from '../../scans/whole.ts';
import { readTags } from '../permissions.ts';
import type { IntercomStream } from '../stream.ts';
import { expansionOf } from './expand.ts';
import { expandableColumns, type Schema } from './expandable.ts';
import { shareRows } from './share-rows.ts';

const walk = wholeWalk<unknown>({
  name: 'things',
  async *batches() {
    yield [];
  },
});
const facts = { endpoints: [], permission: readTags, cost: '', docs: '' };
const parent: IntercomStream<unknown> = {
  ...facts,
  name: 'things',
  walk,
  rows: (item) => [{ id: 'a', updated_at: 7, column: item }],
  primaryKey: ['id'],
  cursorField: 'updated_at',
};
const run = {} as IntercomRun;
const object = { type: ['object', 'null'] };
const list = { type: ['array', 'null'] };

/** The rows of a column with this schema, without what each has from its parent. */
async function rowsOf(schema: Schema, value: unknown) {
  const [column] = expandableColumns({ properties: { column: schema } });
  if (!column) throw new Error('the column cannot be expanded');
  const rows = (await expansionOf(parent, column).rows(value, run)) as readonly Row[];
  return rows.map(({ parent_id, parent_updated_at, position, ...rest }, index) => {
    expect({ parent_id, parent_updated_at, position }).toEqual({
      parent_id: 'a',
      parent_updated_at: 7,
      position: index,
    });
    return rest;
  });
}

it.each<[what: string, schema: Schema, value: unknown, rows: readonly object[]]>([
  ['a list of objects', list, [{ x: 1 }, { x: 2 }], [{ x: 1 }, { x: 2 }]],
  ['a list of anything', list, [1, null, ['b'], {}], [{ value: 1 }, { value: null }, { value: ['b'] }, {}]],
  ['an empty list', list, [], []],
  ['null', list, null, []],
  ['nothing', list, undefined, []],
  [
    'an object around a list',
    { ...object, properties: { type: {}, total_count: {}, has_more: {}, url: {}, parts: list } },
    { type: 'part.list', parts: [{ x: 1 }] },
    [{ x: 1 }],
  ],
  [
    'such an object whose list has another key',
    { ...object, properties: { type: {}, teammates: list } },
    { type: 'admin.list', admins: [{ x: 1 }], total_count: 1 },
    [{ x: 1 }],
  ],
  [
    'an object around one list with two names',
    { ...object, properties: { type: {}, admins: list, teammates: list } },
    { type: 'admin.list', teammates: [{ x: 1 }] },
    [{ x: 1 }],
  ],
  ['such an object without its list', { ...object, properties: { parts: list } }, {}, []],
  [
    'an object that says more than its list',
    { ...object, properties: { subject: {}, headers: list } },
    { subject: 's', headers: [1] },
    [{ subject: 's', headers: [1] }],
  ],
  ['an object with two lists', { ...object, properties: { a: list, b: list } }, { a: [1], b: [] }, [{ a: [1], b: [] }]],
  ['an open object', object, { a: 1 }, [{ a: 1 }]],
  ['a text where an object was declared', object, 'surprise', [{ value: 'surprise' }]],
  [
    'fields with our names',
    list,
    [{ parent_id: 1, parent_updated_at: 2, position: 3, id: 4, value: 5 }],
    [{ element_parent_id: 1, element_parent_updated_at: 2, element_position: 3, id: 4, value: 5 }],
  ],
])('%s', async (_, schema, value, rows) => {
  expect(await rowsOf(schema, value)).toEqual(rows);
});

it('only a list or an object can be expanded', () => {
  const properties = { id: { type: 'string' }, n: { type: ['integer', 'null'] }, list, object };
  expect(expandableColumns({ properties }).map(({ name }) => name)).toEqual(['list', 'object']);
});

it('a row that says that its record is gone has no elements', async () => {
  const gone: IntercomStream<unknown> = {
    ...parent,
    rows: () => [{ id: 'a', updated_at: 7, column: [1], _ab_cdc_deleted_at: '2026-01-01T00:00:00Z' }],
  };
  expect(await expansionOf(gone, { name: 'column', listAt: [] }).rows({}, run)).toEqual([]);
});

it('rows that are shared are made once for each item, on both walks, whatever an item is', async () => {
  const made: unknown[] = [];
  const rows = async (item: unknown) => {
    made.push(item);
    return [{ id: 'a', updated_at: 7, column: [item] }];
  };
  const shared = shareRows({ ...parent, rows, beside: () => ({ walk, rows }) }, {} as Intercom);
  const expansion = expansionOf(shared, { name: 'column', listAt: [] });
  for (const stream of [shared, expansion]) {
    for (const view of [stream, stream.beside?.({} as Intercom)]) {
      for (const item of [shared, 'named', 'named']) await view?.rows(item, run);
    }
  }
  expect(made).toEqual([shared, 'named', shared, 'named']);
});

it('what is said of rows that are shared is heard by all who take them, before and after it is said', async () => {
  const asked = Promise.withResolvers<void>();
  const shared = shareRows(
    {
      ...parent,
      async rows(_, { note }) {
        note('beyond', 3);
        await asked.promise;
        note('parts', 2);
        return [];
      },
    },
    {} as Intercom,
  );
  const heard = [1, 2, 3].map(() => [] as unknown[]);
  const take = (listener: unknown[] = []) =>
    shared.rows(shared, {
      ...run,
      note: (why, count) => listener.push([why, count]),
    });
  const rows = [take(heard[0]), take(heard[1])];
  asked.resolve();
  await Promise.all(rows);
  await take(heard[2]);
  for (const each of heard)
    expect(each).toEqual([
      ['beyond', 3],
      ['parts', 2],
    ]);
});
