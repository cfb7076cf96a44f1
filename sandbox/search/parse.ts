/** Reads a search request and refuses the same requests as Intercom (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts). */
import { ApiError, parameterInvalid } from '../errors.ts';
import { type FieldType, fieldType, type SearchKind } from './fields.ts';

export type Operator = '=' | '!=' | 'IN' | 'NIN' | '>' | '<' | '>=' | '<=' | '~' | '!~' | '^' | '$';
export type Scalar = string | number | boolean | null;

export interface Filter {
  readonly field: string;
  readonly type: FieldType;
  readonly operator: Operator;
  /** One value, or several with IN and NIN. Times and integers are numbers by now. */
  readonly values: readonly Scalar[];
}

export interface Group {
  readonly operator: 'AND' | 'OR';
  readonly members: readonly Query[];
}

export type Query = Filter | Group;

const maxFilters = 15;
const maxNesting = 2;
const equality: readonly Operator[] = ['=', '!='];
export const sets: readonly Operator[] = [...equality, 'IN', 'NIN'];
const comparisons: readonly Operator[] = [...sets, '>', '<', '>=', '<='];
const allOperators: readonly Operator[] = [...comparisons, '~', '!~', '^', '$'];

const operatorsByType: Readonly<Record<FieldType, readonly Operator[]>> = {
  string: [...sets, '~', '!~', '^', '$'],
  words: [...sets, '~', '!~', '^', '$'],
  boolean: sets,
  integer: comparisons,
  date: comparisons,
  day: ['=', '>', '<'],
  tag: equality,
  any: allOperators,
};

/** The query of a request body. Throws 400 with a message that names the error. */
export function parseQuery(query: unknown, kind: SearchKind): Query {
  if (query === undefined) throw new ApiError(400, 'parameter_not_found', 'query is a required parameter');
  return parseNode(query, kind, 0);
}

function parseNode(node: unknown, kind: SearchKind, depth: number): Query {
  if (typeof node !== 'object' || node === null) throw parameterInvalid('query must be a filter or a group of filters');
  const { field, operator, value } = node as { field?: unknown; operator?: unknown; value?: unknown };
  if (operator !== 'AND' && operator !== 'OR') return parseFilter(field, operator, value, kind);
  if (!Array.isArray(value)) throw parameterInvalid(`${operator} needs a list of filters`);
  if (depth === maxNesting) throw parameterInvalid(`filters can be nested ${maxNesting} levels deep at most`);
  if (value.length > maxFilters) throw parameterInvalid(`a group can hold ${maxFilters} filters at most`);
  if (value.length === 0) throw parameterInvalid(`${operator} needs at least one filter`);
  return { operator, members: value.map((member) => parseNode(member, kind, depth + 1)) };
}

function parseFilter(field: unknown, operator: unknown, value: unknown, kind: SearchKind): Filter {
  if (typeof field !== 'string') throw parameterInvalid('a filter needs a field');
  const type = fieldType(kind, field);
  if (type === undefined) throw parameterInvalid(`Field '${field}' cannot be searched`);
  const known = operatorsByType[type].find((candidate) => candidate === operator);
  if (known === undefined) throw parameterInvalid(`Operator '${operator}' is not supported for field '${field}'`);
  const isSet = known === 'IN' || known === 'NIN';
  if (isSet !== Array.isArray(value)) {
    throw parameterInvalid(isSet ? `${known} needs a list of values` : `${known} needs a single value`);
  }
  const values = Array.isArray(value) ? value : [value];
  return { field, type, operator: known, values: values.map((each) => parseValue(each, type, field)) };
}

function parseValue(value: unknown, type: FieldType, field: string): Scalar {
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isScalar) throw parameterInvalid(`Value of '${field}' must be a string, a number or a boolean`);
  if (value === null) return null;
  if (type === 'date' || type === 'day' || type === 'integer') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return type === 'integer' ? number : Math.floor(number);
    throw parameterInvalid(`Value of '${field}' must be a number`);
  }
  if (type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw parameterInvalid(`Value of '${field}' must be true or false`);
  }
  return type === 'any' ? (value as Scalar) : String(value);
}
