/** Converts a stream's schema for a Singer target: the same columns, with times as date-times. */

import type { JsonObject } from '../contract.ts';
import { isObject } from '../input/json-file.ts';
import { typesOf } from '../input/types-of.ts';

/** The columns that mark a deleted row: for Airbyte destinations, and for Singer targets. */
export const AIRBYTE_DELETED = '_ab_cdc_deleted_at';
export const SINGER_DELETED = '_sdc_deleted_at';

/**
 * Returns whether a column holds a time in epoch seconds: its only type besides null is integer, and its name ends in `_at`,
 * `_since` or `_until`. A column that may also hold text does not count.
 */
export function isTime(name: string, schema: unknown): boolean {
  const types = typesOf(schema);
  const integer = types.includes('integer') && types.every((type) => type === 'integer' || type === 'null');
  return integer && /_(at|since|until)$/.test(name);
}

/** Returns the schema of rows for a Singer target, made from the schema of the engine's rows. */
export function singerSchema(schema: JsonObject): JsonObject {
  const { [AIRBYTE_DELETED]: deleted, ...properties } = isObject(schema.properties) ? schema.properties : {};
  const marker = isObject(deleted) ? { [SINGER_DELETED]: { ...deleted, format: 'date-time' } } : {};
  return { ...schema, properties: { ...inSinger(properties), ...marker } };
}

function inSinger(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, column]) => [name, columnInSinger(name, column)]));
}

function columnInSinger(name: string, column: unknown): unknown {
  if (!isObject(column)) return column;
  if (isTime(name, column)) return dateTimeColumn(column);
  const { properties, items } = column;
  return {
    ...column,
    ...(isObject(properties) ? { properties: inSinger(properties) } : {}),
    ...(isObject(items) ? { items: columnInSinger(name, items) } : {}),
  };
}

function dateTimeColumn({ type, description, ...rest }: JsonObject): JsonObject {
  return {
    ...rest,
    type: Array.isArray(type) ? type.map((each) => (each === 'integer' ? 'string' : each)) : 'string',
    format: 'date-time',
    ...(typeof description === 'string'
      ? { description: description.replace('in epoch seconds', 'as a date-time') }
      : {}),
  };
}
