/** The columns that rows have from their parent: no schema file writes them out. */
import type { Schema } from '../streams/expand/expandable.ts';

/** A schema as a file in schemas/ holds it. */
export interface ShortSchema extends Schema {
  readonly properties?: Readonly<Record<string, ShortSchema>>;
  readonly items?: ShortSchema;
  /** The file in schemas/ whose keywords and properties this schema has, too. */
  readonly $ref?: string;
  /** Each row says that a parent has a child, such as the tag of a contact. */
  readonly relation?: { readonly parent: string; readonly child: string };
  /** Each row hangs on a parent, such as a part of a conversation. */
  readonly childOf?: string;
  readonly required?: readonly string[];
}

/** The schema with its columns about the parent. A column that the file describes itself keeps its own description. */
export function withColumns(schema: ShortSchema): Schema {
  const { relation, childOf, properties = {}, required = [], ...rest } = schema;
  const parent = relation?.parent ?? childOf;
  if (parent === undefined) return { ...rest, required, properties };
  const columns: Record<string, Schema> = {
    [`${parent}_id`]: idOf(parent),
    ...(relation ? { [`${relation.child}_id`]: idOf(relation.child) } : {}),
    [`${parent}_updated_at`]: {
      description: `When the ${wordsOf(parent)} was last changed, in epoch seconds; rows with an older time are out of date.`,
      type: ['integer', 'null'],
    },
  };
  const described = Object.entries(columns).map(
    ([name, column]) => [name, { ...column, ...properties[name] }] as const,
  );
  const all = { ...properties, ...Object.fromEntries(described) };
  const names = Object.keys(columns);
  // A relation begins with its columns; a child begins with its own key.
  const ordered = relation ? { ...Object.fromEntries(described), ...all } : all;
  return {
    ...rest,
    required: [...(relation ? [] : required), ...names, ...(relation ? required : [])],
    properties: ordered,
  };
}

function idOf(object: string): Schema {
  return { description: `The id of the ${wordsOf(object)}.`, type: 'string' };
}

/** The name of an object as a sentence has it. */
function wordsOf(object: string): string {
  return object.replaceAll('_', ' ');
}
