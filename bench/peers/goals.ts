/** What this connector aims at beside the connectors that it replaces, and how far it came in a run. */
import type { Row } from '../harness/table.ts';

/** The others take at least so many times as much of a column as this connector. */
const GOALS = [
  { column: 'seconds', times: 20 },
  { column: 'CPU ms a record', times: 8 },
  { column: 'calls', times: 1 },
] as const;

/** A sentence for each goal. `ours` and `theirs`: rows of the table in bench/peers.ts. */
export function goals(ours: Row, theirs: readonly Row[]): readonly string[] {
  return GOALS.map(({ column, times }) => {
    const least = Math.min(...theirs.map((row) => Number(row[column]) / Number(ours[column])));
    const verdict = least >= times ? 'reached' : 'NOT reached';
    return `Goal ${verdict}: the others take at least ${times} times the ${column}. They take ${least.toPrecision(3)} times.`;
  });
}
