/** Generated from schemas/workflows_by_id.json by scripts/generate.ts: do not edit. */

/**
 * The workflows that the config names, each with its steps and rules.
 */
export interface WorkflowById {
  /**
   * The workflow's id.
   */
  id: string;
  /**
   * The workflow's title.
   */
  title?: string | null;
  /**
   * What the workflow does.
   */
  description?: string | null;
  /**
   * What starts the workflow.
   */
  trigger_type?: string | null;
  /**
   * Whether the workflow runs, is a draft, or is paused.
   */
  state?: string | null;
  /**
   * The channels that the workflow is for.
   */
  target_channels?: (string | null)[] | null;
  /**
   * The devices that the workflow is for.
   */
  preferred_devices?: (string | null)[] | null;
  /**
   * When the workflow was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the workflow was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The rules for whom the workflow runs.
   */
  targeting?: {} | null;
  /**
   * The steps and their settings as they are now.
   */
  snapshot?: {} | null;
  /**
   * The attributes that the workflow defines.
   */
  attributes?: ({} | null)[] | null;
  /**
   * The rules inside the steps.
   */
  embedded_rules?: ({} | null)[] | null;
  /**
   * The version of the form in which Intercom shows workflows.
   */
  export_version?: string | null;
  /**
   * When Intercom made this export, in epoch seconds.
   */
  exported_at?: number | null;
  /**
   * The number of the workspace.
   */
  app_id?: number | null;
}
