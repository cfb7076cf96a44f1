/** A table of a warehouse, and the selection of its current rows. */
import type { Row } from '../../tests/harness/connector.ts';

export interface Table {
  /** The type of each column, by the warehouse's name of the type. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

export type Tables = ReadonlyMap<string, Table>;

type Line =
  | { readonly table: string; readonly columns: Table['columns'] }
  | { readonly table: string; readonly row: Row };

/** Reads tables from lines of JSON: a table's columns, then its rows. */
export function parseTables(text: string): Tables {
  const tables = new Map<string, { columns: Table['columns']; rows: Row[] }>();
  for (const line of text.split('\n').filter(Boolean)) {
    const parsed = JSON.parse(line) as Line;
    if ('columns' in parsed) tables.set(parsed.table, { columns: parsed.columns, rows: [] });
    else tables.get(parsed.table)?.rows.push(parsed.row);
  }
  return tables;
}

const PARENTS: Readonly<Record<string, string>> = {
  company_updated_at: 'companies',
  contact_updated_at: 'contacts',
  conversation_updated_at: 'conversations',
  ticket_updated_at: 'tickets',
};

/** The columns that mark a row about a deleted record: of the Airbyte source, and of the tap. */
const DELETED = ['_ab_cdc_deleted_at', '_sdc_deleted_at'];

/**
 * Returns the current rows of a table: rows that are not marked as deleted. A row with a parent must also have the time of the
 * parent's latest version (docs/behaviours.md).
 */
export function holding(tables: Tables, name: string): readonly Row[] {
  const alive = (tables.get(name)?.rows ?? []).filter((row) => DELETED.every((column) => row[column] == null));
  const versions = new Map<string, ReadonlyMap<unknown, unknown>>();
  const versionOf = (parents: string, id: unknown) => {
    const known = versions.get(parents) ?? new Map(holding(tables, parents).map((row) => [row.id, row.updated_at]));
    versions.set(parents, known);
    return known.get(id);
  };
  return alive.filter((row) => {
    const link = linkOf(row);
    return !link || versionOf(link.parents, link.id) === link.version;
  });
}

function linkOf(row: Row): { readonly parents: string; readonly id: unknown; readonly version: unknown } | undefined {
  if ('parent_updated_at' in row) {
    const about = row.contact_id == null ? 'company' : 'contact';
    return { parents: PARENTS[`${about}_updated_at`] ?? '', id: row[`${about}_id`], version: row.parent_updated_at };
  }
  const column = Object.keys(PARENTS).find((name) => name in row);
  if (!column) return undefined;
  return { parents: PARENTS[column] ?? '', id: row[column.replace('_updated_at', '_id')], version: row[column] };
}
