/** The rows that hang on a parent and have a key of their own, such as the parts of a conversation. */
import type { Row, Rows, SourceOptions } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';
import type { Parent } from '../scans/resource.ts';
import { isTombstone, type Tombstone } from '../scans/tombstone.ts';
import { mapRows } from './map-rows.ts';
import { type IntercomSource, type SourceFacts, sourceOf } from './stream.ts';

/** A record that rows hang on. */
export interface ParentRecord {
  readonly id: string;
  readonly updated_at?: unknown;
}

export interface ChildOptions<T, F> extends SourceFacts, SourceOptions<Intercom> {
  /** The rows of one parent, without the columns about the parent. */
  readonly rows: (parent: T, run: IntercomRun, facts: F) => Rows;
  /** More columns about the parent. */
  readonly columns?: (parent: T) => Row;
}

/**
 * Adds `<parent>_id` and `<parent>_updated_at` to each row. A deleted parent has no rows. Below a parent that is read whole
 * every time, the rows come whole every time, too.
 */
export function childOf<T extends ParentRecord, F>(parent: Parent<T, F>, options: ChildOptions<T, F>): IntercomSource {
  const {
    rows,
    columns,
    cursorField: updatedAt = updatedAtOf(parent),
    cost = `none beside those of ${parent.name}`,
    ...rest
  } = options;
  const rowsOf = (record: T, run: IntercomRun, facts: F) => {
    const about = {
      [idOf(parent)]: record.id,
      [updatedAt]: record.updated_at,
      ...columns?.(record),
    };
    return mapRows(rows(record, run, facts), (row) => [{ ...row, ...about }]);
  };
  return sourceOf(parent, ofExisting(rowsOf), { ...rest, cost, ...cursorOf(parent, updatedAt) });
}

/** The name of the column that holds the id of a parent or a child. */
export function idOf({ object }: { readonly object: string }): string {
  return `${object}_id`;
}

/** The name of the column that holds when a parent was last changed. */
export function updatedAtOf({ object }: { readonly object: string }): string {
  return `${object}_updated_at`;
}

/** The column that rows on a parent are followed by: none where the parent is read whole every time. */
export function cursorOf({ cursorField }: Pick<SourceFacts, 'cursorField'>, column: string): SourceFacts {
  return cursorField === undefined ? {} : { cursorField: column };
}

/** The rows that hang on a record; a deleted record has none. */
export function ofExisting<T, F>(
  rows: (record: T, run: IntercomRun, facts: F) => Rows,
): (record: T | Tombstone, run: IntercomRun, facts: F) => Rows {
  return (record, run, facts) => (isTombstone(record) ? [] : rows(record, run, facts));
}
