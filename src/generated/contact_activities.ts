/** Generated from schemas/contact_activities.json by scripts/generate.ts: do not edit. */

/**
 * What became of contacts, as far back as Intercom tells: who was created, changed roles, was merged or was deleted; from the Preview of Intercom's API.
 */
export interface ContactActivity {
  /**
   * The activity's id.
   */
  id: string;
  /**
   * The type of the object, or the kind of activity.
   */
  type?: string | null;
  /**
   * What happened: created, role_updated, merged, merge_failed or deleted; null for a kind that is not known here.
   */
  activity_type?: string | null;
  /**
   * The contact that it happened to.
   */
  contact_id?: string | null;
  /**
   * When it happened, in epoch seconds.
   */
  created_at: number | null;
}
