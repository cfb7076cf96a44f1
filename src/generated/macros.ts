/** Generated from schemas/macros.json by scripts/generate.ts: do not edit. */

/**
 * The saved replies that the teammate of the access token can see.
 */
export interface Macro {
  /**
   * The macro's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The macro's name.
   */
  name?: string | null;
  /**
   * The text as HTML, in which an element stands for each placeholder.
   */
  body?: string | null;
  /**
   * The text without HTML, with placeholders as teammates write them.
   */
  body_text?: string | null;
  /**
   * Whether everyone sees the macro, or only some teams.
   */
  visible_to?: string | null;
  /**
   * The teams that see the macro, where not everyone does.
   */
  visible_to_team_ids?: (string | null)[] | null;
  /**
   * Where teammates can use the macro.
   */
  available_on?: (string | null)[] | null;
  /**
   * When the macro was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the macro was last changed, in epoch seconds.
   */
  updated_at: number | null;
}
