/** One row of the truth about a workspace. */
import type { Body } from './bodies.ts';
import { canonicalHash } from './canonical.ts';
import type { Kind } from './kinds.ts';

/** Signs by which a test judges a row that was read earlier. */
export interface Signs {
  /** Fields that changed, or may have changed, while `updated_at` stayed as it was. */
  readonly quiet?: readonly string[];
  /** Whether the row came into being, or changed, after `updated_at` and without moving it. */
  readonly unannounced?: boolean;
  /** Fields whose values only the reader knows, such as the time at which it counted. */
  readonly own?: readonly string[];
  /** The field that holds another record, when that record last changed (epoch seconds), and its quiet fields. */
  readonly child?: { readonly field: string; readonly updated_at: unknown; readonly quiet: readonly string[] };
}

export interface TruthRow extends Signs {
  /** The fields that tell the row from all others. A field that the row does not have is its ordinal among equal rows. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The kind of record that the row is, or hangs on; null where there is none. */
  readonly of: Kind | null;
  /** Epoch seconds at which that record last changed; null where it has no such time. */
  readonly updated_at: unknown;
  readonly hash: string;
  /** The whole row, as it should stand with somebody who has just read it. */
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
