/** Converts rows for a Singer target: times become date-times, and only selected columns stay. */

import type { JsonObject, Row } from '../contract.ts';
import { isExactNumber } from '../input/exact-json.ts';
import { isObject } from '../input/json-file.ts';
import { typesOf } from '../input/types-of.ts';
import { AIRBYTE_DELETED, isTime, SINGER_DELETED } from './schema.ts';

/** Returns the Singer form of a value. */
type Shape = (value: unknown) => unknown;

/** As seconds, a larger number would be after the year 5138: it counts milliseconds. From a thousand times this it counts microseconds, and so on. */
const MILLISECONDS_FROM = 1e11;

/**
 * Returns a function that makes the engine's rows fit `emitted`, the announced schema. `own`: the schema of the engine's rows.
 * A time that `emitted` declares as an integer stays an integer. The function keeps columns that no schema names, unless
 * `emitted` leaves out columns of the same object: then it keeps only the columns of `emitted`.
 */
export function rowShape(own: JsonObject, emitted: JsonObject): (row: Row) => Row {
  const shape = objectShape({ ...own, properties: withSingersMarker(own.properties) }, emitted);
  return (row) => {
    const { [AIRBYTE_DELETED]: deleted, ...rest } = row;
    const renamed = deleted === undefined ? row : { ...rest, [SINGER_DELETED]: deleted };
    return shape ? (shape(renamed) as Row) : renamed;
  };
}

function withSingersMarker(properties: unknown): JsonObject {
  if (!isObject(properties)) return {};
  const { [AIRBYTE_DELETED]: deleted, ...rest } = properties;
  return deleted === undefined ? rest : { ...rest, [SINGER_DELETED]: deleted };
}

/** Returns undefined if values need no change. */
function shapeOf(name: string, own: unknown, emitted: unknown): Shape | undefined {
  if (!isObject(own) || !isObject(emitted)) return undefined;
  if (isTime(name, own)) return typesOf(emitted).includes('integer') ? undefined : dateTime;
  const inItems = shapeOf(name, own.items, emitted.items);
  const inObject = objectShape(own, emitted);
  if (!inItems && !inObject) return undefined;
  return (value) => {
    if (Array.isArray(value)) return inItems ? value.map(inItems) : value;
    return isObject(value) && !isExactNumber(value) && inObject ? inObject(value) : value;
  };
}

function objectShape(own: JsonObject, emitted: JsonObject): ((value: JsonObject) => JsonObject) | undefined {
  const { properties } = emitted;
  if (!isObject(own.properties) || !isObject(properties)) return undefined;
  const chosen = Object.keys(properties);
  const narrowed = Object.keys(own.properties).some((name) => !chosen.includes(name));
  const shapes = chosen.flatMap((name) => {
    const shape = shapeOf(name, objectAt(own, name), properties[name]);
    return shape ? [[name, shape] as const] : [];
  });
  const objectsWithTimes = chosen.filter((name) => holdsTimes(properties[name]));
  if (!narrowed && shapes.length === 0) return undefined;
  return (value) => {
    const shaped: Record<string, unknown> = narrowed ? pick(value, chosen) : { ...value };
    for (const [name, shape] of shapes) if (name in shaped) shaped[name] = shape(shaped[name]);
    for (const name of objectsWithTimes) if (shaped[name] === null) delete shaped[name];
    return shaped;
  };
}

/** Returns whether a column is an object with times. singer-check-tap crashes if such an object is null, so rows leave it out then. */
function holdsTimes(column: unknown): boolean {
  if (!isObject(column) || !isObject(column.properties)) return false;
  return Object.values(column.properties).some((inside) => isObject(inside) && inside.format === 'date-time');
}

function objectAt({ properties }: JsonObject, name: string): unknown {
  return isObject(properties) ? properties[name] : undefined;
}

function pick(value: JsonObject, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(value, name)).map((name) => [name, value[name]]));
}

/**
 * Returns a time as RFC 3339 in UTC. `value`: a date-time as text, or an epoch time as a number or as digits; its size decides
 * between seconds, milliseconds, microseconds and nanoseconds. Null for a value that is not a time of the years 1 to 9999.
 */
export function dateTime(value: unknown): string | null {
  const milliseconds = millisecondsOf(typeof value === 'string' ? value.trim() : value);
  if (!(milliseconds >= FIRST_MS && milliseconds <= LAST_MS)) return null;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** A day, with an optional time and an optional zone. */
const TEXT_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Returns NaN for a value that is not a time. A text without a zone is in UTC. */
function millisecondsOf(value: unknown): number {
  if (isExactNumber(value)) return fromEpoch(Number(value.rawJSON));
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return Number.NaN;
  if (/^-?\d+(\.\d+)?$/.test(value)) return fromEpoch(Number(value));
  const [, year, month, day, time = '00:00', zone = 'Z'] = TEXT_TIME.exec(value) ?? [];
  // Date.parse reads February 30 as March 2.
  const exists = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  return exists ? Date.parse(`${year}-${month}-${day}T${time}${zone.toUpperCase()}`) : Number.NaN;
}

function fromEpoch(time: number): number {
  const size = Math.abs(time);
  if (size < MILLISECONDS_FROM) return time * 1000;
  if (size < MILLISECONDS_FROM * 1000) return time;
  return size < MILLISECONDS_FROM * 1e6 ? time / 1000 : time / 1e6;
}
