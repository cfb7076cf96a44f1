/** The latest moments at which something happened, in a ring of fixed size. */

export interface LatestMoments {
  readonly add: (ms: number) => void;
  /** `nthLast(1)` is the latest one, in milliseconds; minus infinity where there were not so many. */
  readonly nthLast: (n: number) => number;
}

export function createLatestMoments(size: number): LatestMoments {
  const ring: number[] = [];
  let added = 0;
  return {
    add(ms) {
      ring[added % size] = ms;
      added += 1;
    },
    nthLast: (n) => (added >= n ? ring[(added - n) % size] : undefined) ?? Number.NEGATIVE_INFINITY,
  };
}
