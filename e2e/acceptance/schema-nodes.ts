/** Finds all schemas inside a JSON schema, with their paths. */

export type Json = Readonly<Record<string, unknown>>;

export interface SchemaNode {
  /** The path of the schema, such as "/properties/credentials/oneOf/0". */
  readonly path: string;
  readonly schema: Json;
  /** The name of the property, if this is the schema of a property. */
  readonly property?: string;
}

const HOLDS_ONE = ['additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then'];
const HOLDS_LIST = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'];
const HOLDS_MAP = ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'];

/** Yields the schema itself and all schemas below it. A property may have the name of a keyword, such as "not". */
export function* schemaNodes(schema: unknown, path = '', property?: string): Iterable<SchemaNode> {
  if (!isObject(schema)) return;
  yield { path, schema, ...(property === undefined ? {} : { property }) };
  for (const keyword of HOLDS_ONE) yield* schemaNodes(schema[keyword], `${path}/${keyword}`);
  for (const keyword of HOLDS_LIST) {
    for (const [index, entry] of list(schema[keyword]).entries())
      yield* schemaNodes(entry, `${path}/${keyword}/${index}`);
  }
  for (const keyword of HOLDS_MAP) {
    const named = keyword === 'properties';
    for (const [name, entry] of entriesOf(schema[keyword])) {
      yield* schemaNodes(entry, `${path}/${keyword}/${name}`, named ? name : undefined);
    }
  }
}

/** Returns one sentence for each wrong schema below `schema`. */
export function wrongNodes(schema: unknown, what: string, wrong: (node: SchemaNode) => boolean): readonly string[] {
  return [...schemaNodes(schema)].filter(wrong).map(({ path }) => `${path || '/'} ${what}`);
}

/** Returns the schema of the field at `path`, which has one name for each level. Undefined if the field does not exist. */
export function fieldAt(schema: unknown, path: readonly string[]): Json | undefined {
  let node = isObject(schema) ? schema : undefined;
  for (const name of path) {
    const properties = node?.properties;
    const next: unknown = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    node = isObject(next) ? next : undefined;
  }
  return node;
}

/** Returns the types of a schema as a list. */
export function typesOf({ type }: Json): readonly unknown[] {
  if (type === undefined) return [];
  return Array.isArray(type) ? type : [type];
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Returns the repeated values, each of them once. */
export function repeated<T>(values: Iterable<T>): readonly T[] {
  const seen = new Set<T>();
  const twice = new Set<T>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}
