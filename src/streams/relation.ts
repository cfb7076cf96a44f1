/** The rows that say which child a parent has, such as the tags of a contact: one row for each pair. */
import { keyText, type Row, type Rows, type SourceOptions } from '@airbyte-ts/cdk-shim';
import type { Intercom, IntercomRun } from '../config/context.ts';
import type { Parent } from '../scans/resource.ts';
import { cursorOf, idOf, ofExisting, type ParentRecord, updatedAtOf } from './child.ts';
import { objectsIn } from './objects-in.ts';
import { type IntercomSource, type SourceFacts, sourceOf } from './stream.ts';

/** A child as a parent lists it. */
export interface Listed {
  readonly id: unknown;
  readonly [field: string]: unknown;
}

/** A list, at once, as a promise, or page by page. */
type Lists = unknown | Promise<unknown> | AsyncIterable<unknown>;

export interface RelationOptions<T, F> extends SourceFacts, SourceOptions<Intercom> {
  /** One child in a word, such as "tag". */
  readonly child: string;
  /** The name of the list in notes about entries that are left out, such as "tags". */
  readonly list: string;
  /** The children that a parent has. Anything else than a list of objects with an id is left out and noted. */
  readonly children: (parent: T, run: IntercomRun, facts: F) => Lists;
  /** The columns about the child. Default: the whole child under its name. */
  readonly columns?: (child: Listed, run: IntercomRun) => Row;
}

export function relation<T extends ParentRecord, F>(
  parent: Parent<T, F>,
  options: RelationOptions<T, F>,
): IntercomSource {
  const { child, list, children, columns, cost = `none beside those of ${parent.name}`, ...rest } = options;
  const rows = (record: T, run: IntercomRun, facts: F): Rows => {
    const rowsOf = (found: unknown) =>
      objectsIn<Listed>(found, run, { name: list }).map((each) =>
        relationRow(parent, record, {
          object: child,
          id: each.id,
          columns: columns ? columns(each, run) : { [child]: each },
        }),
      );
    const found = children(record, run, facts);
    if (found instanceof Promise) return found.then(rowsOf);
    return isPaged(found) ? rowsOfPages(found, rowsOf) : rowsOf(found);
  };
  const primaryKey = [idOf(parent), idOf({ object: child })];
  return sourceOf(parent, ofExisting(rows), { ...rest, cost, primaryKey, ...cursorOf(parent, updatedAtOf(parent)) });
}

interface Child {
  /** One child in a word. */
  readonly object: string;
  readonly id: unknown;
  readonly columns: Row;
}

/** One row of a relation. */
export function relationRow(parent: { readonly object: string }, { id, updated_at }: ParentRecord, child: Child): Row {
  return { [idOf(parent)]: id, [idOf(child)]: keyText(child.id), [updatedAtOf(parent)]: updated_at, ...child.columns };
}

/** Page by page, since a parent may have more children than memory holds. */
async function* rowsOfPages(
  pages: AsyncIterable<unknown>,
  rowsOf: (page: unknown) => readonly Row[],
): AsyncGenerator<Row> {
  for await (const page of pages) yield* rowsOf(page);
}

function isPaged(found: unknown): found is AsyncIterable<unknown> {
  return typeof found === 'object' && found !== null && Symbol.asyncIterator in found;
}
