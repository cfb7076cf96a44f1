/** How many records may be missing before a count that is too high is no explanation any more. */

/** Intercom counts a few records for a while that were deleted a moment ago, and a few for good; never a large part. */
export function isFew({ missing, exist }: { readonly missing: number; readonly exist: number }): boolean {
  return missing <= Math.max(10, exist / 1000);
}
