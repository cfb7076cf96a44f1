/** Faults of the catalog. */
import { catalog, type Fault, stream } from './fault.ts';

const CHANGED = 'discovery: streams of the previous version still exist';

export const DISCOVERY_FAULTS: Readonly<Record<string, Fault>> = {
  'discovery: discover writes one CATALOG with streams': {
    messages: (messages) =>
      messages.flatMap((message) => (message.type === 'CATALOG' ? [message, message] : [message])),
  },
  'discovery: names are unique': catalog((streams) => [...streams, ...streams.slice(0, 1)]),
  'discovery: schemas are valid': stream('tags', 'json_schema.required', 'id'),
  'discovery: cursors are in the schema': {
    ...stream('contacts', 'default_cursor_field', ['nowhere']),
    also: [CHANGED],
  },
  'discovery: schemas contain no $ref': stream('tags', 'json_schema.properties.extra', { $ref: '#/properties/id' }),
  'discovery: schemas have no unsupported keyword': stream('tags', 'json_schema.properties.extra', {
    anyOf: [{ type: 'string' }, { type: 'null' }],
  }),
  'discovery: keys are in the schema, and simple': stream('tags', 'source_defined_primary_key', [['nowhere']]),
  'discovery: every stream can be synced': stream('tags', 'supported_sync_modes', []),
  'discovery: additionalProperties is true': stream('tags', 'json_schema.additionalProperties', false),
  'discovery: streams of the previous version still exist': catalog((streams) => streams.slice(1)),
  'attributes: every stream has a key': stream('tags', 'source_defined_primary_key', []),
};
