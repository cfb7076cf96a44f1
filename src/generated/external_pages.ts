/** Generated from schemas/external_pages.json by scripts/generate.ts: do not edit. */

/**
 * The pages of other sites that Fin answers from.
 */
export interface ExternalPage {
  /**
   * The page's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The page's title.
   */
  title?: string | null;
  /**
   * The content of the page as HTML, which may be large.
   */
  html?: string | null;
  /**
   * The address of the page.
   */
  url?: string | null;
  /**
   * Whether Fin may answer customers from it.
   */
  ai_agent_availability?: boolean | null;
  /**
   * Whether Copilot may answer teammates from it.
   */
  ai_copilot_availability?: boolean | null;
  /**
   * Whether the sales agent may answer from it.
   */
  ai_sales_agent_availability?: boolean | null;
  /**
   * An older form of ai_agent_availability and ai_copilot_availability together.
   */
  fin_availability?: boolean | null;
  /**
   * The language of the page.
   */
  locale?: string | null;
  /**
   * The import source of the page.
   */
  source_id?: number | null;
  /**
   * The page's id in its source.
   */
  external_id?: string | null;
  /**
   * When the page was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the page was last changed, in epoch seconds.
   */
  updated_at: number | null;
  /**
   * When the content was last taken over, in epoch seconds.
   */
  last_ingested_at?: number | null;
}
