/** Generated from schemas/companies.json by scripts/generate.ts: do not edit. */

/**
 * The companies of contacts.
 */
export interface Company {
  /**
   * Intercom's id of the company.
   */
  id: string;
  /**
   * The id that the workspace itself gave to the company.
   */
  company_id?: string | null;
  /**
   * The type of the object.
   */
  type?: string | null;
  /**
   * The company's name.
   */
  name?: string | null;
  /**
   * The code of the workspace.
   */
  app_id?: string | null;
  /**
   * The company's plan; empty if none is set.
   */
  plan?: {
    /**
     * The role's id.
     */
    id?: string | null;
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * The role's name.
     */
    name?: string | null;
  } | null;
  /**
   * When the company was made in the workspace's own system, in epoch seconds.
   */
  remote_created_at?: number | null;
  /**
   * When the company was made in Intercom, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the company was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * When somebody of the company was last active, in epoch seconds.
   */
  last_request_at?: number | null;
  /**
   * How many people work in the company.
   */
  size?: number | null;
  /**
   * The company's website.
   */
  website?: string | null;
  /**
   * The company's industry.
   */
  industry?: string | null;
  /**
   * The company's monthly revenue, in the workspace's own unit.
   */
  monthly_spend?: number | null;
  /**
   * How many sessions were recorded for the company.
   */
  session_count?: number | null;
  /**
   * How many contacts belong to the company.
   */
  user_count?: number | null;
  /**
   * The attributes that the workspace defined itself, by name.
   */
  custom_attributes?: {} | null;
  /**
   * The tags of the company.
   */
  tags?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each tag.
     */
    tags?:
      | {
          /**
           * The tag's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The tag's name.
           */
          name?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The company's segments.
   */
  segments?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each segment.
     */
    segments?:
      | {
          /**
           * The segment's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * The segment's name.
           */
          name?: string | null;
          /**
           * When the segment was made, in epoch seconds.
           */
          created_at?: number | null;
          /**
           * When the segment was last changed, in epoch seconds.
           */
          updated_at?: number | null;
          /**
           * The members of the segment: contact (here: leads) or user.
           */
          person_type?: string | null;
          /**
           * How many members the segment has.
           */
          count?: number | null;
        }[]
      | null;
  } | null;
  /**
   * The notes about the company.
   */
  notes?: {
    /**
     * The type of the object.
     */
    type?: string | null;
    /**
     * One entry for each note, as answers hold them; the documentation names the list notes.
     */
    data?:
      | {
          /**
           * The note's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * When the note was written, in epoch seconds.
           */
          created_at?: number | null;
          /**
           * The note's text, as HTML.
           */
          body?: string | null;
          /**
           * The company that the note is about.
           */
          company?: {
            /**
             * Intercom's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
          } | null;
          /**
           * The teammate who wrote the note.
           */
          author?: {
            /**
             * The teammate's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
            /**
             * The teammate's name.
             */
            name?: string | null;
            /**
             * The teammate's address.
             */
            email?: string | null;
          } | null;
        }[]
      | null;
    /**
     * One entry for each note.
     */
    notes?:
      | {
          /**
           * The note's id.
           */
          id?: string | null;
          /**
           * The type of the object.
           */
          type?: string | null;
          /**
           * When the note was written, in epoch seconds.
           */
          created_at?: number | null;
          /**
           * The note's text, as HTML.
           */
          body?: string | null;
          /**
           * The company that the note is about.
           */
          company?: {
            /**
             * Intercom's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
          } | null;
          /**
           * The teammate who wrote the note.
           */
          author?: {
            /**
             * The teammate's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
            /**
             * The teammate's name.
             */
            name?: string | null;
            /**
             * The teammate's address.
             */
            email?: string | null;
          } | null;
        }[]
      | null;
    /**
     * The address of the whole list in the API.
     */
    url?: string | null;
    /**
     * How many notes there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more notes than are shown here.
     */
    has_more?: boolean | null;
  } | null;
  /**
   * When the company was deleted or stopped matching the filters; null while it is there.
   */
  _ab_cdc_deleted_at?: string | null;
}
