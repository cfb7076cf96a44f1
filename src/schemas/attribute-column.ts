/** The column of an attribute that the workspace defined. */
import type { Schema } from '../streams/expand/expandable.ts';

/**
 * An attribute of contacts, companies, conversations or tickets, as far as it bears on its column.
 * Sources: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-attributes/lisdataattributes,
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/ticket-types/listtickettypes
 */
export interface Attribute {
  readonly name?: unknown;
  readonly data_type?: unknown;
  readonly description?: unknown;
  readonly label?: unknown;
}

/** By Intercom's data type, the JSON types of its values. Every value may also be text or null. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  string: [],
  integer: ['integer'],
  float: ['number'],
  decimal: ['number'],
  boolean: ['boolean'],
  date: ['integer'],
  datetime: ['integer'],
  list: ['array'],
  options: ['array'],
  files: ['object', 'array'],
  relationship: ['object', 'array'],
};

/** The JSON types of an attribute whose data type is not known here. */
const ANY = ['boolean', 'number', 'object', 'array'];

/** A column for each name. Several attributes may share a name, such as an archived one and its successor: the column fits all. */
export function attributeColumns(attributes: readonly Attribute[]): Readonly<Record<string, Schema>> {
  const byName = Map.groupBy(
    attributes.filter(({ name }) => typeof name === 'string' && name !== ''),
    ({ name }) => String(name),
  );
  return Object.fromEntries([...byName].map(([name, alike]) => [name, columnOf(alike)]));
}

function columnOf(alike: readonly Attribute[]): Schema {
  const types = alike.flatMap(({ data_type }) => TYPES[String(data_type)] ?? ANY);
  const description = alike
    .flatMap(({ description, label }) => [description, label])
    .find((text) => typeof text === 'string' && text !== '');
  return {
    ...(typeof description === 'string' ? { description } : {}),
    type: [...new Set([...types, 'string', 'null'])],
    ...(types.includes('object') ? { additionalProperties: true } : {}),
  };
}
