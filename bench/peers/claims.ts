/** What this connector promises beside the connectors that it replaces. */
import type { Row } from '../harness/table.ts';

/** How many times as fast this connector is, at least, where Intercom takes its time to answer. */
const FASTER = 20;

/** How many times as much CPU a record the others take, at least. */
const LESS_CPU = 8;

export interface Claim {
  readonly says: string;
  readonly holds: boolean;
}

/** `ours` and `theirs`: rows of the table in bench/peers.ts. */
export function claims(ours: Row, theirs: readonly Row[]): readonly Claim[] {
  const each = (column: string, factor: number) =>
    theirs.every((row) => Number(row[column]) >= factor * Number(ours[column]));
  return [
    { says: 'Every row that exists is emitted', holds: ours.missing === 0 },
    { says: `It is ${FASTER} times as fast as each of the others`, holds: each('seconds', FASTER) },
    { says: `It takes ${LESS_CPU} times less CPU a record than each`, holds: each('CPU ms a record', LESS_CPU) },
    { says: 'It makes no more calls than either', holds: each('calls', 1) },
  ];
}
