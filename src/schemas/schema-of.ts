/** The schema of a stream's rows in one workspace. */
import type { Stream } from '@airbyte-ts/cdk-shim';
import type { CallingRun, Intercom } from '../config/context.ts';
import { isExpansion } from '../streams/expand/expand.ts';
import type { Schema } from '../streams/expand/expandable.ts';
import type { IntercomStream } from '../streams/stream.ts';
import { customColumnOf, withCustomAttributes } from './custom-attributes.ts';
import { expansionSchema } from './expansion-schema.ts';
import { readSchema } from './read-schema.ts';

/** `root`: the folder that holds schemas/. Asks Intercom for the fields that the workspace defines; throws as `withCustomAttributes` does. */
export async function schemaOf(stream: Stream<Intercom>, root: URL, run: CallingRun): Promise<Schema> {
  const { schemaInWorkspace } = stream as Partial<IntercomStream>;
  if (schemaInWorkspace) return schemaInWorkspace(run);
  if (!isExpansion(stream)) return withCustomAttributes(readSchema(stream, root), stream, run);
  const { parent, column } = stream.expands;
  const schema = readSchema(parent, root);
  const typed = customColumnOf(parent) === column.name ? await withCustomAttributes(schema, parent, run) : schema;
  return expansionSchema(stream, typed);
}

/** The same schema without the fields that the workspace defines. Makes no call. */
export function staticSchemaOf(stream: Stream<Intercom>, root: URL): Schema {
  return isExpansion(stream)
    ? expansionSchema(stream, readSchema(stream.expands.parent, root))
    : readSchema(stream, root);
}
