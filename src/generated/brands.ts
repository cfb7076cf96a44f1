/** Generated from schemas/brands.json by scripts/generate.ts: do not edit. */

/**
 * The brands under which the workspace appears, the default one included.
 */
export interface Brand {
  /**
   * The brand's id; that of the default brand is the id of the workspace.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The brand's name.
   */
  name?: string | null;
  /**
   * Whether the brand is the workspace's default.
   */
  is_default?: boolean | null;
  /**
   * When the brand was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the brand was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * The brand's help center.
   */
  help_center_id?: string | null;
  /**
   * The e-mail setting that the brand uses by default.
   */
  default_address_settings_id?: string | null;
}
