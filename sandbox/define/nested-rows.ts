/** A stream that an endpoint of its own does not serve: rows made of the items of another resource. */
import type { World } from '../data/world.ts';
import type { Body } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';
import type { Resource } from './resource.ts';

export interface NestedRows<T> {
  readonly stream: string;
  /** The items that the rows are made of. */
  readonly items: (world: World) => readonly T[];
  /** The rows of one item, as a reader should hold them. */
  readonly rows: (item: T) => readonly Body[];
  /** The fields that tell a row from all others. */
  readonly key: readonly string[];
}

export function nestedRows<T>({ stream, items, rows, key }: NestedRows<T>): Resource {
  const rowOf = (body: Body) =>
    row(null, Object.fromEntries(key.map((field) => [field, body[field]])), body.updated_at, body);
  return {
    routes: () => [],
    truth: { [stream]: ({ world }) => items(world).flatMap((item) => rows(item).map(rowOf)) },
  };
}
