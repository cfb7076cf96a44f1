/** When each company was last changed, for rows that come from its contacts. */
import type { Company } from '../../generated/companies.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';

export interface CompanyTimes {
  readonly add: (company: Company) => void;
  /** The scroll came to its end. */
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** `updated_at` by id, once the whole scroll came. Rejects where it did not. */
  readonly all: Promise<ReadonlyMap<string, unknown>>;
}

export const companyTimes = oncePerSync((): CompanyTimes => {
  const times = new Map<string, unknown>();
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, unknown>>();
  // Where nobody waits for it, nobody hears that it failed.
  promise.catch(() => undefined);
  return {
    add: ({ id, updated_at }) => times.set(id, updated_at),
    resolve: () => resolve(times),
    reject,
    all: promise,
  };
});
