/** Which columns of a stream can become streams of their own, and what is in them. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';

/** What of a JSON schema says which values there are. */
export interface Schema extends JsonObject {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A column that holds a list or an object. */
export interface Expandable {
  readonly name: string;
  /** The field under which the column's object holds its list; undefined where the column is the list, or the object is the thing. */
  readonly listAt: string | undefined;
}

/** What Intercom says about a list beside it. An object with anything more than these and a list is more than that list. */
const ABOUT_A_LIST = ['type', 'url', 'total_count', 'has_more'];

export function expandableColumns({ properties = {} }: Schema): readonly Expandable[] {
  return Object.entries(properties)
    .filter(([, column]) => allows(column, 'array') || allows(column, 'object'))
    .map(([name, column]) => ({ name, listAt: listAt(column) }));
}

/** Whether values of a JSON type fit the schema. */
export function allows({ type }: Schema, wanted: string): boolean {
  return [type ?? []].flat().includes(wanted);
}

function listAt({ properties = {} }: Schema): string | undefined {
  const fields = Object.entries(properties).filter(([name]) => !ABOUT_A_LIST.includes(name));
  const [field] = fields;
  return field && fields.length === 1 && allows(field[1], 'array') ? field[0] : undefined;
}

/** The elements of a column's value; an object that holds no list is the only element. */
export function elementsOf(value: unknown, { listAt }: Expandable): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (listAt === undefined || typeof value !== 'object') return [value];
  const list = (value as JsonObject)[listAt];
  return Array.isArray(list) ? list : [];
}
