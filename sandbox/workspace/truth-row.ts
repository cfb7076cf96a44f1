/** One row of the truth about a workspace. */
import type { Body } from './bodies.ts';
import { canonicalHash } from './canonical.ts';

export interface TruthRow {
  readonly key: Readonly<Record<string, unknown>>;
  /** Epoch seconds of the row, or of its parent for a relation; null where there is none. */
  readonly updated_at: unknown;
  readonly hash: string;
  readonly body: Body;
}

export function row(key: TruthRow['key'], updatedAt: unknown, body: Body): TruthRow {
  return { key, updated_at: updatedAt ?? null, hash: canonicalHash(body), body };
}
