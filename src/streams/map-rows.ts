/** Changes rows, in whichever way they come. */
import type { Row, Rows } from '@airbyte-ts/cdk-shim';

/** Each row as the rows that `change` makes of it. */
export function mapRows(rows: Rows, change: (row: Row) => readonly Row[]): Rows {
  if (rows instanceof Promise) return rows.then((some) => some.flatMap(change));
  return Symbol.asyncIterator in rows ? changeOneByOne(rows, change) : rows.flatMap(change);
}

async function* changeOneByOne(rows: AsyncIterable<Row>, change: (row: Row) => readonly Row[]): AsyncGenerator<Row> {
  for await (const row of rows) yield* change(row);
}
