/** What stands for a record that is gone, or that the filters no longer let through. */

export type Tombstone = {
  readonly id: string;
  /** Epoch seconds at which it went. */
  readonly updated_at: number;
  /** The same as a date-time. The name is the one by which destinations know to remove a row. */
  readonly _ab_cdc_deleted_at: string;
};

export function tombstoneOf({ id, updated_at }: Pick<Tombstone, 'id' | 'updated_at'>): Tombstone {
  return { id, updated_at, _ab_cdc_deleted_at: new Date(updated_at * 1000).toISOString() };
}

export function isTombstone(item: unknown): item is Tombstone {
  return typeof item === 'object' && item !== null && '_ab_cdc_deleted_at' in item;
}
