/** The columns of a stream that can become streams of their own, and their elements. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';

/** The parts of a JSON schema that describe values. */
export interface Schema extends JsonObject {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A column that holds a list or an object. */
export interface Expandable {
  readonly name: string;
  /** Where the column is an object around one list: the fields that are declared for the list. Empty in any other column. */
  readonly listAt: readonly string[];
}

/** Intercom's fields about a list beside the list itself. An object with more fields than these and a list is more than a list. */
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

/** Several fields are several names of one list only where the object has a type: without it, they are several lists. */
function listAt({ properties = {} }: Schema): readonly string[] {
  const fields = Object.entries(properties).filter(([name]) => !ABOUT_A_LIST.includes(name));
  const areOne = fields.length === 1 || properties.type !== undefined;
  return areOne && fields.every(([, field]) => allows(field, 'array')) ? fields.map(([name]) => name) : [];
}

/**
 * The elements of a column's value. An object that holds no list is the only element. Intercom's answers name some lists
 * otherwise than its documentation, so a single list beside the known fields is the list.
 */
export function elementsOf(value: unknown, { listAt }: Expandable): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (listAt.length === 0 || typeof value !== 'object') return [value];
  const lists = Object.entries(value).filter(([, field]) => Array.isArray(field));
  const [, list] = lists.find(([name]) => listAt.includes(name)) ?? (lists.length === 1 ? lists[0] : undefined) ?? [];
  return (list ?? []) as readonly unknown[];
}
