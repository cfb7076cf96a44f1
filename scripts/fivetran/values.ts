/** The expressions that a view's columns are made of, before a warehouse writes them. */
import type { Loader, Warehouse } from './dialects.ts';

/** Where a view is written: the warehouse, the loader of its tables, and the name of its first table. */
export interface Place {
  readonly warehouse: Warehouse;
  readonly loader: Loader;
  readonly table: string;
}

/** Returns the SQL of a column. */
export type Value = (place: Place) => string;

/** Columns by name, in the order of the view. */
export type Columns = Readonly<Record<string, Value>>;

const RESERVED = ['order'];

/** The name of a column in SQL. */
export const nameOf = (name: string, { reserved }: Warehouse) => (RESERVED.includes(name) ? reserved(name) : name);

/** A column of the view's first table, or of another table. */
export const column =
  (name: string, of?: string): Value =>
  ({ table, warehouse }) =>
    `${of ?? table}.${nameOf(name, warehouse)}`;

/** Columns that have the same name and value in our table. */
export const same = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, column(name)]));

/** Times that have the same name in our table. */
export const times = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, timeOf(column(name))]));

const timeOf =
  (value: Value): Value =>
  (place) =>
    place.loader.epochSeconds ? place.warehouse.fromSeconds(value(place)) : value(place);

/** The text of a number. */
export const textOf =
  (value: Value): Value =>
  (place) =>
    place.warehouse.text(value(place));

/** The text of a column of several types. */
export const scalar =
  (name: string): Value =>
  (place) =>
    place.warehouse.scalar(column(name)(place));

/** The text at a path in a column, such as `source.author.id`. */
export const at =
  (path: string): Value =>
  (place) => {
    const [name = '', ...rest] = path.split('.');
    return place.warehouse.at(column(name)(place), rest);
  };

export const integerAt =
  (path: string): Value =>
  (place) =>
    place.warehouse.integer(at(path)(place));

export const timeAt =
  (path: string): Value =>
  (place) => {
    const { integer, fromSeconds, fromText } = place.warehouse;
    const value = at(path)(place);
    return place.loader.epochSeconds ? fromSeconds(integer(value)) : fromText(value);
  };

/** The text of the first element of a list. */
export const first =
  (name: string): Value =>
  (place) =>
    place.warehouse.first(column(name)(place));

/** The first of these values that is not null. */
export const either =
  (...values: readonly Value[]): Value =>
  (place) =>
    `coalesce(${values.map((value) => value(place)).join(', ')})`;
