/** Stands for a record that is deleted, or that the filters no longer let through. */

export type Tombstone = {
  readonly id: string;
  /** Epoch seconds at which the record was deleted. */
  readonly updated_at: number;
  /** The same as a date-time. The name is the one by which destinations know to remove a row. */
  readonly _ab_cdc_deleted_at: string;
};

interface Gone {
  readonly id: string;
  /** Epoch seconds; of a record without a time, none. */
  readonly updated_at?: number | null;
}

export function tombstoneOf({ id, updated_at }: Gone): Tombstone {
  const at = updated_at ?? 0;
  return { id, updated_at: at, _ab_cdc_deleted_at: new Date(at * 1000).toISOString() };
}

export function isTombstone(item: unknown): item is Tombstone {
  return typeof item === 'object' && item !== null && '_ab_cdc_deleted_at' in item;
}
