/** Reads the JSON schema of a stream's rows from schemas/, complete: destinations know no references. */
import { readFileSync } from 'node:fs';
import type { Schema } from '../streams/expand/expandable.ts';
import { type ShortSchema, withColumns } from './columns.ts';

export interface Columns {
  readonly name: string;
  readonly columnsOf?: string;
  /** The schema itself, where it is in no file. */
  readonly schema?: ShortSchema;
}

/**
 * `root`: the folder that holds schemas/, and files to which a schema refers. A stream with the columns of another stream has its own columns besides. Throws
 * an Error where a schema refers to a file that does not exist, to a part of a file,
 * or to itself.
 */
export function readSchema({ name, columnsOf, schema }: Columns, root: URL): Schema {
  const own = schema ? resolved(schema, (path) => readFile(path, root, [])) : readFile(`${name}.json`, root, []);
  const base = columnsOf === undefined ? undefined : readFile(`${columnsOf}.json`, root, []);
  const { properties, ...rest } = withColumns(own);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...rest,
    type: 'object',
    ...open({ properties: { ...base?.properties, ...properties } }),
  };
}

/** One file, with its references replaced. `within`: the files whose references led here. */
function readFile(path: string, root: URL, within: readonly string[]): ShortSchema {
  if (within.includes(path)) throw new Error(`schemas/${path} refers to itself, through ${within.join(', ')}.`);
  if (path.includes('#')) throw new Error(`"$ref": "${path}" in schemas/${within.at(-1)} must name a whole file.`);
  const text = read(path, root, within.at(-1));
  return resolved(JSON.parse(text) as ShortSchema, (reference) => readFile(reference, root, [...within, path]));
}

function read(path: string, root: URL, from: string | undefined): string {
  try {
    return readFileSync(new URL(`schemas/${path}`, root), 'utf8');
  } catch (error) {
    const by = from === undefined ? '' : `, to which schemas/${from} refers,`;
    throw new Error(`The file schemas/${path}${by} cannot be read.`, { cause: error });
  }
}

/** A schema in which each `$ref` gave way to the file that it names. The keywords and properties beside a `$ref` win. */
function resolved(schema: ShortSchema, file: (reference: string) => ShortSchema): ShortSchema {
  const { $ref, properties, items, ...own } = schema;
  const base = $ref === undefined ? {} : file($ref);
  const names = new Set([...Object.keys(base.properties ?? {}), ...Object.keys(properties ?? {})]);
  const merged = [...names].map((name) => {
    const mine = properties?.[name];
    return [name, { ...base.properties?.[name], ...(mine && resolved(mine, file)) }] as const;
  });
  return {
    ...base,
    ...own,
    ...(names.size > 0 ? { properties: Object.fromEntries(merged) } : {}),
    ...(items ? { items: resolved(items, file) } : {}),
  };
}

/** The same schema, in which every object lets unknown fields through. */
function open(schema: Schema): Schema {
  const { properties, items } = schema;
  const isObject = properties !== undefined || [schema.type ?? []].flat().includes('object');
  return {
    ...schema,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, open(of)])) }
      : {}),
    ...(items ? { items: open(items) } : {}),
    ...(isObject ? { additionalProperties: true } : {}),
  };
}
