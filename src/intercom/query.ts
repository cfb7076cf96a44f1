/**
 * Intercom's search language, as far as this connector speaks it.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations
 */

export interface Filter {
  readonly field: string;
  readonly operator: '=' | '>' | '<' | '!=' | 'IN' | 'NIN';
  readonly value: string | number | readonly (string | number)[];
}

export interface Group {
  readonly operator: 'AND' | 'OR';
  readonly value: readonly Query[];
}

export type Query = Filter | Group;

export function filter(field: string, operator: Filter['operator'], value: Filter['value']): Filter {
  return { field, operator, value };
}

export function and(...queries: readonly Query[]): Group {
  return { operator: 'AND', value: queries };
}

/** At or after `value`. Whether `>` includes its bound is undocumented: this is right under both readings. */
export function atLeast(field: string, value: number): Group {
  return { operator: 'OR', value: [filter(field, '>', value), filter(field, '=', value)] };
}

/** Any of a few values of a field that search knows by equality only. */
export function anyOf(field: string, values: readonly string[]): Query {
  return { operator: 'OR', value: values.map((value) => filter(field, '=', value)) };
}

/** How many filters a group of a query may hold. */
export const MOST_FILTERS = 15;
