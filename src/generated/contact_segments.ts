/** Generated from schemas/contact_segments.json by scripts/generate.ts: do not edit. */

/**
 * The segments of each contact, found by a search for the contacts of every segment, and read whole in every sync.
 */
export interface ContactSegment {
  /**
   * The id of the contact.
   */
  contact_id: string;
  /**
   * The id of the segment.
   */
  segment_id: string;
  /**
   * When the contact was last changed, in epoch seconds; joining or leaving a segment need not change it.
   */
  contact_updated_at: number | null;
  /**
   * The segment's name.
   */
  name?: string | null;
}
