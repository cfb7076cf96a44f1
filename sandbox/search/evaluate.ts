/** Evaluates a query: whether a record matches, and the seconds in which its times must lie. */
import type { DayOf } from './calendar-day.ts';
import { fieldValues, type SearchKind } from './fields.ts';
import { complement, everything, type Interval, includes, intersection, union } from './intervals.ts';
import { type Filter, type Query, type Scalar, sets } from './parse.ts';

/** The two times that are known without making a body. */
export type TimeColumn = 'created_at' | 'updated_at';

/** The fields of records that a query needs, by ordinal. */
export interface Records {
  readonly created_at: (ordinal: number) => number;
  readonly updated_at: (ordinal: number) => number;
  /** The ordinal of an id; undefined for a text that is not one. */
  readonly ordinalOf: (id: string) => number | undefined;
  readonly body: (ordinal: number) => Readonly<Record<string, unknown>>;
}

export interface Reading {
  readonly kind: SearchKind;
  /** Calendar days of contact search. */
  readonly dayOf: DayOf;
  /** Whether `>` and `<` of conversations and tickets include the value itself. */
  readonly inclusive: boolean;
}

export type Predicate = (ordinal: number) => boolean;

export function predicate(query: Query, reading: Reading, records: Records): Predicate {
  if ('members' in query) {
    const members = query.members.map((member) => predicate(member, reading, records));
    return query.operator === 'AND'
      ? (ordinal) => members.every((member) => member(ordinal))
      : (ordinal) => members.some((member) => member(ordinal));
  }
  const { field } = query;
  const isTime = (query.type === 'date' || query.type === 'day') && !query.values.includes(null);
  if (isColumn(field)) {
    // Every record has both times: none of them is null.
    const set = isTime ? seconds(query, reading) : query.operator === '!=' ? everything : [];
    const timeOf = records[field];
    return (ordinal) => includes(set, timeOf(ordinal));
  }
  if (field === 'id' && sets.includes(query.operator)) return idTest(query, records);
  const matches = isTime ? timeTest(query, reading) : valueTest(query, reading);
  const values = fieldValues(reading.kind, field);
  return (ordinal) => matches(values(records.body(ordinal)));
}

/** Known without bodies: a reader that walks through a search leaves out ids in each call. */
function idTest({ operator, values }: Filter, { ordinalOf }: Records): Predicate {
  const wanted = new Set(values.map((value) => ordinalOf(String(value))));
  const isNegative = operator === '!=' || operator === 'NIN';
  return (ordinal) => wanted.has(ordinal) !== isNegative;
}

/** The seconds of `column` that a match must have; `exact` when every record in them matches. */
export function bounds(
  query: Query,
  column: TimeColumn,
  reading: Reading,
): { set: readonly Interval[]; exact: boolean } {
  if ('members' in query) {
    const members = query.members.map((member) => bounds(member, column, reading));
    const combine = query.operator === 'AND' ? intersection : union;
    return { set: combine(members.map(({ set }) => set)), exact: members.every(({ exact }) => exact) };
  }
  if (query.field !== column || query.values.includes(null)) return { set: everything, exact: false };
  return { set: seconds(query, reading), exact: true };
}

function isColumn(field: string): field is TimeColumn {
  return field === 'created_at' || field === 'updated_at';
}

/** The seconds that match a filter on a time. */
function seconds(filter: Filter, { dayOf, inclusive }: Reading): readonly Interval[] {
  const spans = filter.values.map((value): Interval => {
    const second = Number(value);
    return filter.type === 'day' ? dayOf(second) : [second, second + 1];
  });
  const [from, to] = spans[0] ?? [Infinity, Infinity];
  const widened = filter.type === 'date' && inclusive;
  switch (filter.operator) {
    case '!=':
    case 'NIN':
      return complement(union([spans]));
    case '>':
      return [[widened ? from : to, Infinity]];
    case '>=':
      return [[from, Infinity]];
    case '<':
      return [[-Infinity, widened ? to : from]];
    case '<=':
      return [[-Infinity, to]];
    default:
      return union([spans]);
  }
}

/** A record without the time matches nothing but `!=` and `NIN`. */
function timeTest(filter: Filter, reading: Reading): (values: readonly unknown[]) => boolean {
  const set = seconds(filter, reading);
  const isNegative = filter.operator === '!=' || filter.operator === 'NIN';
  return (values) =>
    values.length === 0 ? isNegative : values.some((value) => typeof value === 'number' && includes(set, value));
}

function valueTest(
  { operator, values: wanted, type }: Filter,
  { inclusive }: Reading,
): (values: readonly unknown[]) => boolean {
  const isOneOf = (values: readonly unknown[]) => wanted.some((value) => isEqual(values, value, type === 'words'));
  const compare = (test: (value: number, limit: number) => boolean) => (values: readonly unknown[]) =>
    values.some((value) => test(Number(value), Number(wanted[0])));
  const text = (test: (value: string, part: string) => boolean) => (values: readonly unknown[]) =>
    values.some((value) => test(String(value).toLowerCase(), String(wanted[0]).toLowerCase()));
  const contains = text((value, part) => value.includes(part));
  switch (operator) {
    case '=':
    case 'IN':
      return isOneOf;
    case '!=':
    case 'NIN':
      return (values) => !isOneOf(values);
    case '>':
      return compare((value, limit) => value > limit || (inclusive && value === limit));
    case '<':
      return compare((value, limit) => value < limit || (inclusive && value === limit));
    case '>=':
      return compare((value, limit) => value >= limit);
    case '<=':
      return compare((value, limit) => value <= limit);
    case '~':
      return contains;
    case '!~':
      return (values) => !contains(values);
    case '^':
      return text((value, part) => value.startsWith(part));
    case '$':
      return text((value, part) => value.endsWith(part));
  }
}

/** Null means that the record has no value. A number equals its text, because clients send either. */
function isEqual(values: readonly unknown[], wanted: Scalar, byWord: boolean): boolean {
  if (wanted === null) return values.length === 0;
  const found = byWord ? values.flatMap((value) => words(String(value))) : values.map(String);
  return found.includes(byWord ? String(wanted).toLowerCase() : String(wanted));
}

/** The words of an HTML text. */
function words(html: string): string[] {
  return (
    html
      .toLowerCase()
      .replace(/<[^>]*>/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
