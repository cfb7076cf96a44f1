/** The form in which target-postgres stores the rows of the tap. */
import type { CatalogStream } from '../../tests/harness/connector.ts';
import type { SingerStream } from '../../tests/harness/tap.ts';
import type { Warehouse } from '../pyairbyte/judge.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'bigint',
  number: 'numeric',
  boolean: 'boolean',
  object: 'jsonb',
  array: 'ARRAY',
};

const TIME = 'timestamp without time zone';
const TIME_COLUMN = /_(at|since|until)$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?$/;

/**
 * target-postgres stores a column of several types as text, or as JSON if one type is an object. The comparison uses epoch
 * seconds for times, like the sandbox.
 */
export const postgres: Warehouse = {
  typeOf: (_column, types, { format }) => {
    if (format === 'date-time') return TIME;
    if (types.length === 1) return TYPES[types[0] ?? ''] ?? 'text';
    return types.includes('object') ? 'jsonb' : 'text';
  },
  plain(column, types, value) {
    const isText = types.length > 1 && !types.includes('object');
    return isText && value !== null ? String(value) : seconds(column, value);
  },
};

function seconds(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => seconds('', item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, seconds(field, inner)]));
  }
  if (typeof value !== 'string' || !TIME_COLUMN.test(name) || !DATE_TIME.test(value)) return value;
  return Date.parse(value.endsWith('Z') ? value : `${value}Z`) / 1000;
}

/** Returns the tap's stream in the form of the Airbyte source's stream, for the comparison. */
export function asStream({ tap_stream_id: name, schema, key_properties }: SingerStream): CatalogStream {
  const keys = key_properties.map((field) => [field]);
  return { name, json_schema: schema, supported_sync_modes: [], source_defined_primary_key: keys };
}
