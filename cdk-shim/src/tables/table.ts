/** A stream as a table of a database: its columns, its key, and the parent whose rows it replaces. */
import type { JsonObject, Row, Stream } from '../contract.ts';
import { isObject } from '../input/json-file.ts';
import { typesOf } from '../input/types-of.ts';
import { AIRBYTE_DELETED, isTime } from '../singer/schema.ts';

export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'json';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** The records that the rows of a table hang on. */
export interface Parent {
  /** The column with the id of the parent, such as contact_id. */
  readonly id: string;
  /** The column that says when the parent was last changed. */
  readonly updatedAt: string;
}

export interface Table {
  readonly name: string;
  /** Columns of the schema. Rows may have more. */
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly parent?: Parent;
  /** Whether the newest rows of a parent replace its older rows, as for the tags of a contact. */
  readonly isSet: boolean;
  /** Whether every sync reads the stream whole, so that the rows which did not come are gone. */
  readonly isWhole: boolean;
}

/** The column that says in which sync a row was written. */
export const SYNCED_AT = '_synced_at';

/** `schema`: the schema of the stream's rows. */
export function tableOf<C>({ name, primaryKey, cursorField }: Stream<C>, schema: JsonObject): Table {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const columns = Object.entries(properties).map(
    ([column, of]): Column => ({ name: column, kind: kindOf(column, of) }),
  );
  const object = /^(.+)_updated_at$/.exec(cursorField ?? '')?.[1];
  const id = object === undefined ? undefined : `${object}_id`;
  const parent = id !== undefined && id in properties && cursorField ? { id, updatedAt: cursorField } : undefined;
  return {
    name,
    columns,
    primaryKey,
    ...(parent ? { parent } : {}),
    isSet: parent !== undefined && primaryKey.includes(parent.id),
    isWhole: cursorField === undefined,
  };
}

/** One record of a table in a word: "companies" becomes "company". */
export function objectOf({ name }: Table): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

/** The table whose records are the parents of `table`. */
export function parentOf({ parent }: Table, tables: readonly Table[]): Table | undefined {
  return parent && tables.find((each) => `${objectOf(each)}_id` === parent.id && String(each.primaryKey) === 'id');
}

/** Columns of rows that the table lacks. Their values are kept as JSON. */
export function newColumns(known: ReadonlySet<string>, rows: Iterable<Row>): readonly Column[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) if (!known.has(name)) names.add(name);
  return [...names].map((name) => ({ name, kind: 'json' }));
}

function kindOf(name: string, schema: unknown): ColumnKind {
  if (name === AIRBYTE_DELETED || isTime(name, schema)) return 'time';
  const [kind = 'json', ...others] = typesOf(schema).filter((type) => type !== 'null');
  if (others.length > 0)
    return others.concat(kind).some((type) => type === 'object' || type === 'array') ? 'json' : 'text';
  if (kind === 'string') return 'text';
  return kind === 'integer' || kind === 'number' || kind === 'boolean' ? kind : 'json';
}
