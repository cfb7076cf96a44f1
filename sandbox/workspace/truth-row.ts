/** One row of the truth about a workspace. */

import type { Kind } from '../resources/index.ts';
import type { Body } from './bodies.ts';
import { canonicalHash } from './canonical.ts';

/** Facts that decide which differences to a row read earlier are legitimate. */
export interface Signs {
  /** Fields that changed, or may have changed, while `updated_at` stayed as it was. */
  readonly quiet?: readonly string[];
  /** Whether the row was made or changed after `updated_at` without moving it. */
  readonly unannounced?: boolean;
  /** Fields whose values only the reader knows, such as the time at which it counted. */
  readonly own?: readonly string[];
  /** The field that holds another record, when that record last changed (epoch seconds), and its quiet fields. */
  readonly child?: { readonly field: string; readonly updated_at: unknown; readonly quiet: readonly string[] };
}

export interface TruthRow extends Signs {
  /** The fields that identify the row. `ordinal`, which no row has, numbers rows that are otherwise alike. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The collection of the record that the row is, or belongs to; null when there is none. */
  readonly of: Kind | null;
  /** Epoch seconds of that record's last change; null when it has no such time. */
  readonly updated_at: unknown;
  readonly hash: string;
  /** The whole row, as a reader should hold it who has just read it. */
  readonly body: Body;
}

export function row(
  of: Kind | null,
  key: TruthRow['key'],
  updatedAt: unknown,
  body: Body,
  signs: Signs = {},
): TruthRow {
  return { key, of, updated_at: updatedAt ?? null, hash: canonicalHash(body), ...signs, body };
}
