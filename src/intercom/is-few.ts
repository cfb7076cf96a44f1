/** Whether so few records are missing that an inaccurate count explains it. */

/** Intercom counts a few records for a while that were deleted a moment ago, and a few for good; never a large part. */
export function isFew({ missing, exist }: { readonly missing: number; readonly exist: number }): boolean {
  return missing <= Math.max(10, exist / 1000);
}
