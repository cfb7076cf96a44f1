/** Generated from schemas/audiences.json by scripts/generate.ts: do not edit. */

/**
 * The groups of contacts that content can be meant for.
 */
export interface Audience {
  /**
   * The audience's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The audience's name.
   */
  name?: string | null;
  /**
   * The conditions that contacts of the audience meet.
   */
  predicates?:
    | ({
        /**
         * The attribute that is compared.
         */
        attribute?: string | null;
        /**
         * The type of the attribute.
         */
        type?: string | null;
        /**
         * How the attribute is compared.
         */
        comparison?: string | null;
        /**
         * What the attribute is compared with.
         */
        value?: string | null;
      } | null)[]
    | null;
  /**
   * The conditions for the role of a contact.
   */
  role_predicates?:
    | ({
        /**
         * The attribute that is compared.
         */
        attribute?: string | null;
        /**
         * The type of the attribute.
         */
        type?: string | null;
        /**
         * How the attribute is compared.
         */
        comparison?: string | null;
        /**
         * What the attribute is compared with.
         */
        value?: string | null;
      } | null)[]
    | null;
  /**
   * When the audience was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the audience was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
