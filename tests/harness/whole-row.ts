/** Compares a whole row that was read with the truth about it. */
import { isDeepStrictEqual } from 'node:util';
import type { Row } from './connector.ts';
import type { TruthRow } from './truth.ts';

export interface WholeRow {
  /** Fields that are not as they should be; fields inside a nested record are named with a dot. */
  readonly wrong: readonly string[];
  /** Whether the record inside the row changed after the row was read, so that it could not be compared. */
  readonly stale: boolean;
}

export interface Circumstances {
  /** Nothing changed since the row was read, so that nothing in it may differ. */
  readonly fresh?: boolean;
  /** Fields that the sync asked for besides, and that the truth does not hold. */
  readonly besides?: readonly string[];
}

export function compareRow(row: Row, truth: TruthRow, { fresh = false, besides = [] }: Circumstances = {}): WholeRow {
  const { body, own = [], quiet = [], child, updated_at } = truth;
  const ignored = [...own, ...besides, ...(fresh ? [] : quiet)];
  if (!child) return { wrong: [...without(row, own), ...differing(row, body, ignored)], stale: false };
  const { field } = child;
  const wrong = [...without(row, own), ...differing(row, body, [...ignored, field])];
  const [nested, expected] = [asRow(row[field]), asRow(body[field])];
  const stale = !fresh && Number(child.updated_at) > Number(updated_at);
  const inside = stale
    ? ['id'].filter((name) => nested[name] !== expected[name])
    : differing(nested, expected, [...besides, ...(fresh ? [] : child.quiet)]);
  return { wrong: [...wrong, ...inside.map((name) => `${field}.${name}`)], stale };
}

/** Fields that either side has and that are not equal on both. */
function differing(row: Row, body: Row, ignored: readonly string[]): readonly string[] {
  const fields = new Set([...Object.keys(body), ...Object.keys(row)]);
  return [...fields].filter((field) => !ignored.includes(field) && !isDeepStrictEqual(row[field], body[field]));
}

/** The reader's own fields may hold anything but nothing. */
function without(row: Row, own: readonly string[]): readonly string[] {
  return own.filter((field) => row[field] === undefined || row[field] === null);
}

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}
