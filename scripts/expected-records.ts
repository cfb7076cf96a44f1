/** Picks the records that the acceptance suite expects: of each stream the first and the last by key. */
import { type CatalogStream, type Output, type Row, rowsOf } from '../tests/harness/connector.ts';

/** Longer texts are left out, so that people can read the file. */
const LONGEST = 80;

/**
 * One line of JSON for each record, with its simple values. Times at or after `now`, in epoch seconds, are left out: they
 * are of the moment of the sync. Throws where a stream has no record.
 */
export function expectedRecords(streams: readonly CatalogStream[], output: Output, now: number): string {
  const lines = streams.flatMap((stream) => {
    const { name, source_defined_primary_key: keys = [] } = stream;
    const keyOf = (row: Row) => JSON.stringify(keys.map(([field = '']) => row[field]));
    const rows = [...new Map(rowsOf(output, name).map((row) => [keyOf(row), row]))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const [first, last] = [rows[0]?.[1], rows.at(-1)?.[1]];
    if (!first || !last) throw new Error(`${name} has no record in the workspace of the acceptance suite.`);
    return [...new Set([first, last])].map((row) => JSON.stringify({ stream: name, data: lasting(row, now) }));
  });
  return `${lines.join('\n')}\n`;
}

function lasting(row: Row, now: number): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([field, value]) => {
      if (typeof value === 'string') return value.length <= LONGEST;
      if (typeof value === 'number') return !(field.endsWith('_at') && value >= now);
      return typeof value === 'boolean';
    }),
  );
}
