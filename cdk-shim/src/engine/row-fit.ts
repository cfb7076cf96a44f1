/** Makes rows fit the schema of their destination: a value is converted without loss, or replaced by null and noted. */

import type { JsonObject, Row } from '../contract.ts';
import { isExactNumber, keyText, numberOf } from '../input/exact-json.ts';
import { isObject } from '../input/json-file.ts';
import { typesOf } from '../input/types-of.ts';

/** Is told why values were dropped, and how many. */
export type Note = (reason: string, count: number) => void;

/** Returns a row that fits; the same object if it already fits. */
export type RowFit = (row: Row, note: Note) => Row;

/** Returns a value that fits. */
type Fit = (value: unknown, note: Note) => unknown;

/** `schema`: the schema of the rows from discover. Columns that the schema does not name stay. */
export function rowFit(schema: JsonObject): RowFit {
  const fit = objectFit(schema, '');
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  return (row, note) => {
    const fitted = fit(row, note);
    const missing = required.filter((field) => fitted[field] === undefined);
    return missing.length === 0 ? fitted : { ...fitted, ...Object.fromEntries(missing.map((field) => [field, null])) };
  };
}

function objectFit({ properties }: JsonObject, path: string): (value: JsonObject, note: Note) => JsonObject {
  const fits = new Map<string, Fit>();
  for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
    const fit = isObject(schema) ? fitOf(schema, path === '' ? name : `${path}.${name}`) : undefined;
    if (fit) fits.set(name, fit);
  }
  return (value, note) => {
    let fitted: Record<string, unknown> | undefined;
    for (const name in value) {
      const own = value[name];
      if (own === null || own === undefined) continue;
      const result = fits.get(name)?.(own, note);
      if (result === undefined || result === own) continue;
      fitted ??= { ...value };
      Object.defineProperty(fitted, name, { value: result, enumerable: true, configurable: true, writable: true });
    }
    return fitted ?? value;
  };
}

/** Returns undefined if the schema declares no types. */
function fitOf(schema: JsonObject, path: string): Fit | undefined {
  const types = new Set(typesOf(schema));
  if (types.size === 0) return undefined;
  const inside = objectFit(schema, path);
  const items = isObject(schema.items) ? itemsFit(schema.items, path) : undefined;
  const isTime = /_(at|since|until)$/.test(path);
  const accepted = [...types].reduce<number>((bits, type) => bits | (TYPES[String(type)] ?? 0), 0);
  return (value, note) => {
    const type = typeOf(value);
    if ((type & accepted) !== 0) {
      if (type === OBJECT) return inside(value as JsonObject, note);
      return type === ARRAY && items ? items(value as readonly unknown[], note) : value;
    }
    const converted = convert(value, types, isTime);
    if (converted === null) note(`values of ${path} that are not ${[...types].join(' or ')}: replaced by null`, 1);
    return converted;
  };
}

/** Leaves out list items that do not fit. */
function itemsFit(schema: JsonObject, path: string): Fit | undefined {
  const fit = fitOf(schema, `${path}[]`);
  if (!fit) return undefined;
  const nullable = typesOf(schema).includes('null');
  return (value, note) => {
    const list = value as readonly unknown[];
    const fitted = list.map((item) => (item === null ? null : fit(item, note)));
    const kept = nullable ? fitted : fitted.filter((item) => item !== null);
    return kept.length === list.length && kept.every((item, index) => item === list[index]) ? list : kept;
  };
}

const TEXT = 1;
const BOOLEAN = 2;
const WHOLE = 4;
const FRACTION = 8;
const OBJECT = 16;
const ARRAY = 32;

/** The kinds of values that fit a JSON Schema type, as bits, since millions of values are compared with them. */
const TYPES: Readonly<Record<string, number>> = {
  string: TEXT,
  boolean: BOOLEAN,
  integer: WHOLE,
  number: WHOLE | FRACTION,
  object: OBJECT,
  array: ARRAY,
};

function typeOf(value: unknown): number {
  if (typeof value === 'string') return TEXT;
  if (typeof value === 'number') return Number.isInteger(value) ? WHOLE : FRACTION;
  if (typeof value === 'boolean') return BOOLEAN;
  if (Array.isArray(value)) return ARRAY;
  if (!isExactNumber(value)) return OBJECT;
  return /^-?\d+$/.test(value.rawJSON) ? WHOLE : FRACTION;
}

/** Returns the value converted to one of `types` without loss, or null if that is impossible. */
function convert(value: unknown, types: ReadonlySet<unknown>, isTime: boolean): unknown {
  if (typeof value === 'string') return fromText(value, types, isTime);
  if (!types.has('string')) return null;
  return isExactNumber(value) || typeof value !== 'object' ? keyText(value) : JSON.stringify(value);
}

/** RFC 3339 with a time zone. */
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

function fromText(text: string, types: ReadonlySet<unknown>, isTime: boolean): unknown {
  if (types.has('integer') && /^-?(0|[1-9]\d*)$/.test(text)) return numberOf(text);
  if (types.has('number') && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return numberOf(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const milliseconds = isTime && types.has('integer') && TIME.test(text) ? Date.parse(text) : Number.NaN;
  // A fraction of a second would be lost.
  return milliseconds % 1000 === 0 ? milliseconds / 1000 : null;
}
