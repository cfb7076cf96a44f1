/** What a row's column becomes, in each form that a column can have, and what the streams of one column share. */

import type { Row, Rows, RunEvent } from '@airbyte-ts/cdk-shim';
import { expect, it } from 'vitest';
import type { IntercomRun } from '../../config/context.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readTags } from '../permissions.ts';
import { type IntercomStream, sourceOf, stream } from '../stream.ts';
import { expansionOf } from './expand.ts';
import { expandableColumns, type Schema } from './expandable.ts';
import { shareRows } from './share-rows.ts';

const things: Resource<unknown> = {
  ...wholeScan<unknown>('things', async function* () {
    yield [];
  }),
  endpoint: 'GET /things',
  cost: 'one',
  cursorField: 'updated_at',
};

/** A stream with these rows from each of its sources. */
function streamOf(rows: (item: unknown, run: IntercomRun) => Rows, sources = 1): IntercomStream {
  const each = Array.from({ length: sources }, () => sourceOf(things, rows));
  return stream({ name: 'things', sources: each, permission: readTags, docs: '' });
}

const parent = streamOf((item) => [{ id: 'a', updated_at: 7, column: item }]);
const run = {} as IntercomRun;

/** The rows of an item from the first source of a stream. */
function made({ sources: [first] }: IntercomStream, item: unknown, by = run): Rows {
  return first?.rows(item, by, undefined) ?? [];
}

const object = { type: ['object', 'null'] };
const list = { type: ['array', 'null'] };

/** The rows of a column with this schema, without what each has from its parent. */
async function rowsOf(schema: Schema, value: unknown) {
  const [column] = expandableColumns({ properties: { column: schema } });
  if (!column) throw new Error('the column cannot be expanded');
  const rows = (await made(expansionOf(parent, column), value)) as readonly Row[];
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

it('the row of a deleted record has no elements', async () => {
  const gone = streamOf(() => [{ id: 'a', updated_at: 7, column: [1], _ab_cdc_deleted_at: '2026-01-01T00:00:00Z' }]);
  expect(await made(expansionOf(gone, { name: 'column', listAt: [] }), {})).toEqual([]);
});

it('rows that are shared are made once for each item, on both scans, whatever an item is', async () => {
  const asked: unknown[] = [];
  const rows = async (item: unknown) => {
    asked.push(item);
    return [{ id: 'a', updated_at: 7, column: [item] }];
  };
  const shared = shareRows(streamOf(rows, 2));
  const expansion = expansionOf(shared, { name: 'column', listAt: [] });
  for (const { sources } of [shared, expansion]) {
    for (const source of sources)
      for (const item of [shared, 'named', 'named']) await source.rows(item, run, undefined);
  }
  expect(asked).toEqual([shared, 'named', shared, 'named']);
});

it('a note about rows that are shared reaches every stream that needs them, before and after it is made', async () => {
  const asked = Promise.withResolvers<void>();
  const shared = shareRows(
    streamOf(async (_, { on }) => {
      on({ type: 'note', reason: 'beyond', count: 3 });
      await asked.promise;
      on({ type: 'note', reason: 'parts', count: 2 });
      return [];
    }),
  );
  const heard = [1, 2, 3].map(() => [] as RunEvent[]);
  const ask = (events: RunEvent[] = []) => made(shared, shared, { ...run, on: (event) => events.push(event) });
  const rows = [ask(heard[0]), ask(heard[1])];
  asked.resolve();
  await Promise.all(rows);
  await ask(heard[2]);
  const notes = [
    { type: 'note', reason: 'beyond', count: 3 },
    { type: 'note', reason: 'parts', count: 2 },
  ];
  for (const each of heard) expect(each).toEqual(notes);
});
