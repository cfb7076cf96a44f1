/** Reads the JSON schema of a stream's rows, as it lies in schemas/. */
import { readFileSync } from 'node:fs';
import type { Schema } from '../streams/expand/expandable.ts';

export interface Columns {
  readonly name: string;
  readonly columnsOf?: string;
}

/** `root`: the folder that holds schemas/. A stream with the columns of another one says in its own schema only what is more. */
export function readSchema({ name, columnsOf }: Columns, root: URL): Schema {
  const own: Schema = JSON.parse(readFileSync(new URL(`schemas/${name}.json`, root), 'utf8'));
  if (columnsOf === undefined) return own;
  const base = readSchema({ name: columnsOf }, root);
  return { ...own, properties: { ...base.properties, ...own.properties } };
}
