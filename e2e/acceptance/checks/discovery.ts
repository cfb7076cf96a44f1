/** DISCOVERY: every platform and destination can understand the catalog. */
import { Ajv } from 'ajv';
import type { CatalogStream } from '../../../tests/harness/connector.ts';
import type { Check, Family } from '../check.ts';
import { fieldAt, list, repeated, typesOf, wrongNodes } from '../schema-nodes.ts';
import { previousCatalog } from './previous-catalog.ts';

/** JSON schema draft 7 has these keywords. The types of Airbyte and destinations do not support them. */
const NOT_UNDERSTOOD = ['allOf', 'anyOf', 'not', 'oneOf'];

function onStreams(name: string, look: (stream: CatalogStream) => readonly string[]): Check {
  return {
    name,
    problems: async (subject) =>
      (await subject.streams()).flatMap((stream) => look(stream).map((problem) => `${stream.name}: ${problem}`)),
  };
}

const ajv = new Ajv({ strict: false });

export const discovery: Family = {
  name: 'discovery',
  checks: [
    {
      name: 'discover writes one CATALOG with streams',
      problems: async (subject) => {
        const { messages } = await subject.ask('discover', { config: subject.settings.config });
        const catalogs = messages.flatMap(({ catalog }) => (catalog ? [catalog] : []));
        const found = catalogs.length === 1 && list(catalogs[0]?.streams).length > 0;
        return found ? [] : [`discover writes ${catalogs.length} catalogs, but must write one with streams`];
      },
    },
    {
      name: 'names are unique',
      problems: async (subject) => {
        const names = (await subject.streams()).map((stream) =>
          JSON.stringify(['namespace' in stream && stream.namespace, stream.name]),
        );
        return repeated(names).map((name) => `${name} is listed twice`);
      },
    },
    onStreams('schemas are valid', ({ json_schema: schema }) => (ajv.validateSchema(schema) ? [] : [ajv.errorsText()])),
    onStreams('cursors are in the schema', ({ json_schema: schema, default_cursor_field: cursor = [] }) =>
      cursor.length === 0 || fieldAt(schema, cursor) ? [] : [`the cursor ${cursor.join('.')} is not in the schema`],
    ),
    onStreams('schemas contain no $ref', ({ json_schema: schema }) =>
      wrongNodes(schema, 'has a $ref', (node) => '$ref' in node.schema),
    ),
    onStreams('schemas have no unsupported keyword', ({ json_schema: schema }) =>
      wrongNodes(schema, 'combines schemas', (node) => NOT_UNDERSTOOD.some((keyword) => keyword in node.schema)),
    ),
    onStreams('keys are in the schema, and simple', ({ json_schema: schema, source_defined_primary_key: keys = [] }) =>
      keys.flatMap((key) => {
        const field = fieldAt(schema, key);
        if (!field) return [`the key ${key.join('.')} is not in the schema`];
        return typesOf(field).some((type) => type === 'object' || type === 'array')
          ? [`the key ${key.join('.')} is not simple`]
          : [];
      }),
    ),
    onStreams('every stream can be synced', ({ supported_sync_modes: modes }) =>
      list(modes).length > 0 ? [] : ['supported_sync_modes is empty'],
    ),
    onStreams('additionalProperties is true', ({ json_schema: schema }) =>
      wrongNodes(
        schema,
        'closes additionalProperties',
        (node) => node.schema.additionalProperties !== true && 'additionalProperties' in node.schema,
      ),
    ),
    previousCatalog,
  ],
};
