/** Reads a stream's saved state, in our own form or one that another connector left behind. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';

export interface Backfill {
  /** Intercom's clock, in epoch seconds, when the backfill began; kept across resumes. */
  readonly began: number;
  /** `created_at` of the last item passed; null before the first. */
  readonly at: number | null;
}

export interface SavedState {
  /** Everything changed before was passed. */
  readonly cursor?: number;
  readonly backfill?: Backfill;
  readonly recent?: unknown;
  /** The start date, in epoch seconds, under which the state was made. */
  readonly startDate?: number;
}

/** `cursorField` is the state's key for the cursor. Numbers may be strings; null counts as absent. */
export function readSavedState(state: JsonObject | undefined, cursorField: string): SavedState {
  const cursor = seconds(state?.[cursorField]);
  const startDate = seconds(state?.start_date);
  const open = state?.backfill as { began?: unknown; at?: unknown } | null | undefined;
  const began = seconds(open?.began);
  return {
    ...(cursor === undefined ? {} : { cursor }),
    ...(began === undefined || cursor !== undefined ? {} : { backfill: { began, at: seconds(open?.at) ?? null } }),
    ...(startDate === undefined ? {} : { startDate }),
    recent: state?.recent,
  };
}

function seconds(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.floor(number) : undefined;
}
