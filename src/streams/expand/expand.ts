/** Makes a stream of a column: each element of a list, or each object, becomes a row with the key of its parent row. */
import { isExactNumber, type JsonObject, type Row, type Stream } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../config/context.ts';
import { mapRows } from '../map-rows.ts';
import type { IntercomStream } from '../stream.ts';
import { type Expandable, elementsOf } from './expandable.ts';

/** A stream that is a column of another one. */
export interface Expansion extends IntercomStream {
  readonly expands: { readonly parent: IntercomStream; readonly column: Expandable };
}

export function isExpansion(stream: Stream<Intercom>): stream is Expansion {
  return 'expands' in stream;
}

/** The stream of a column of `parent`: on the same scans, so that it costs no call beside those of the parent. */
export function expansionOf(parent: IntercomStream, column: Expandable): Expansion {
  const { name, primaryKey, cursorField, endpoints, permission, docs } = parent;
  const rowsOf = elementRows(parent, column);
  return {
    name: `${name}__${column.name}`,
    expands: { parent, column },
    sources: parent.sources.map((source) => ({
      ...source,
      rows: (...given) => mapRows(source.rows(...given), rowsOf),
    })),
    primaryKey: [...primaryKey.map(ofParent), POSITION],
    ...(cursorField === undefined ? {} : { cursorField: ofParent(cursorField) }),
    endpoints,
    permission,
    cost: `none beside those of ${name}`,
    docs,
  };
}

/** Whether a stream is among `streams` by its name, or one of its columns is. */
export function isRead(name: string, streams: ReadonlySet<string>): boolean {
  return [...streams].some((stream) => stream === name || stream.startsWith(`${name}__`));
}

/** Where an element stands in its list, from 0. */
export const POSITION = 'position';

/** The columns about the parent: the name in the row, and the name in the parent. */
export function parentColumns({ primaryKey, cursorField }: IntercomStream): ReadonlyMap<string, string> {
  const fields = [...primaryKey, ...(cursorField === undefined ? [] : [cursorField])];
  return new Map(fields.map((field) => [ofParent(field), field]));
}

function ofParent(field: string): string {
  return `parent_${field}`;
}

/** The name of an element's field in the row, where the columns about the parent keep their names. */
export function elementColumn(field: string, own: ReadonlyMap<string, string>): string {
  return own.has(field) || field === POSITION ? `element_${field}` : field;
}

/** The row of a deleted record has no elements. */
function elementRows(parent: IntercomStream, column: Expandable): (row: Row) => readonly Row[] {
  const own = parentColumns(parent);
  return (row) => {
    if (row._ab_cdc_deleted_at) return [];
    const inherited = Object.fromEntries([...own].map(([name, field]) => [name, row[field]]));
    return elementsOf(row[column.name], column).map((element, position) => ({
      ...inherited,
      [POSITION]: position,
      ...fieldsOf(element, own),
    }));
  };
}

function fieldsOf(element: unknown, own: ReadonlyMap<string, string>): JsonObject {
  const isFields =
    typeof element === 'object' && element !== null && !Array.isArray(element) && !isExactNumber(element);
  if (!isFields) return { value: element };
  return Object.fromEntries(Object.entries(element).map(([field, value]) => [elementColumn(field, own), value]));
}
