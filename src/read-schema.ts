/** Reads the JSON schema of a stream's rows, as it lies in schemas/. */
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '@airbyte-ts/cdk-shim';

interface Columns {
  readonly name: string;
  readonly columnsOf?: string;
}

/** `root`: the folder that holds schemas/. A stream with the columns of another one says in its own schema only what is more. */
export async function readSchema({ name, columnsOf }: Columns, root: URL): Promise<JsonObject> {
  const own: JsonObject = JSON.parse(await readFile(new URL(`schemas/${name}.json`, root), 'utf8'));
  if (columnsOf === undefined) return own;
  const base = await readSchema({ name: columnsOf }, root);
  return { ...own, properties: { ...(base.properties as JsonObject), ...(own.properties as JsonObject) } };
}
