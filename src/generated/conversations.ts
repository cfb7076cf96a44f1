/** Generated from schemas/conversations.json by scripts/generate.ts: do not edit. */

/**
 * The conversations of the workspace, without their parts, which are a stream of their own.
 */
export interface Conversation {
  /**
   * The conversation's id.
   */
  id: string;
  /**
   * What kind of object this is; the same in every row.
   */
  type?: string | null;
  /**
   * The conversation's title.
   */
  title?: string | null;
  /**
   * When the conversation began, in epoch seconds.
   */
  created_at: number;
  /**
   * When the conversation was last changed, in epoch seconds.
   */
  updated_at: number;
  /**
   * Since when the contact waits for an answer, in epoch seconds.
   */
  waiting_since?: number | null;
  /**
   * When a snoozed conversation opens again, in epoch seconds.
   */
  snoozed_until?: number | null;
  /**
   * Whether the conversation is open.
   */
  open?: boolean | null;
  /**
   * Whether the conversation is open, closed or snoozed.
   */
  state?: string | null;
  /**
   * Whether a teammate has seen the latest part.
   */
  read?: boolean | null;
  /**
   * How urgent the conversation is: none, low, medium, high or urgent.
   */
  priority?: string | null;
  /**
   * The teammate to whom the conversation is assigned; 0 when to nobody.
   */
  admin_assignee_id?: number | null;
  /**
   * The team to which the conversation is assigned; 0 when to none.
   */
  team_assignee_id?: number | null;
  /**
   * The company with which the conversation is held.
   */
  company?: {
    [k: string]: unknown;
  } | null;
  /**
   * The conversation's tags.
   */
  tags?: {
    /**
     * What kind of object this is.
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
           * What kind of object this is.
           */
          type?: string | null;
          /**
           * The tag's name.
           */
          name?: string | null;
          /**
           * When the tag was put on, in epoch seconds.
           */
          applied_at?: number | null;
          /**
           * Who put the tag on.
           */
          applied_by?: {
            [k: string]: unknown;
          } | null;
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * What the contact thought of the conversation.
   */
  conversation_rating?: {
    /**
     * From 1, the worst, to 5, the best.
     */
    rating?: number | null;
    /**
     * What the contact said about it.
     */
    remark?: string | null;
    /**
     * When the rating was asked for, in epoch seconds.
     */
    created_at?: number | null;
    /**
     * When the rating was last changed, in epoch seconds.
     */
    updated_at?: number | null;
    /**
     * The contact who rated.
     */
    contact?: {
      [k: string]: unknown;
    } | null;
    /**
     * The teammate who was rated.
     */
    teammate?: {
      [k: string]: unknown;
    } | null;
    [k: string]: unknown;
  } | null;
  /**
   * The message with which the conversation began.
   */
  source?: {
    /**
     * How it came, such as conversation, email or push.
     */
    type?: string | null;
    /**
     * Its id.
     */
    id?: string | number | null;
    /**
     * How it was sent, such as customer_initiated or automated.
     */
    delivered_as?: string | null;
    /**
     * Its subject, as HTML.
     */
    subject?: string | null;
    /**
     * Its text, as HTML.
     */
    body?: string | null;
    /**
     * Who wrote it.
     */
    author?: {
      [k: string]: unknown;
    } | null;
    /**
     * What was attached to it.
     */
    attachments?:
      | {
          [k: string]: unknown;
        }[]
      | null;
    /**
     * The page on which it was written.
     */
    url?: string | null;
    /**
     * Whether it was blacked out.
     */
    redacted?: boolean | null;
    [k: string]: unknown;
  } | null;
  /**
   * Who takes part on the other side.
   */
  contacts?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * One entry for each contact.
     */
    contacts?:
      | {
          /**
           * The contact's id.
           */
          id?: string | null;
          /**
           * What kind of object this is.
           */
          type?: string | null;
          /**
           * The id that the workspace itself gave to the contact.
           */
          external_id?: string | null;
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * Which teammates take part.
   */
  teammates?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * One entry for each teammate.
     */
    teammates?:
      | {
          /**
           * The teammate's id.
           */
          id?: string | number | null;
          /**
           * What kind of object this is.
           */
          type?: string | null;
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * The attributes that the workspace defined itself, by name.
   */
  custom_attributes?: {
    [k: string]: unknown;
  } | null;
  /**
   * The first reply of the contact.
   */
  first_contact_reply?: {
    /**
     * When it was sent, in epoch seconds.
     */
    created_at?: number | null;
    /**
     * How it came.
     */
    type?: string | null;
    /**
     * The page on which it was written.
     */
    url?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * The promise of service under which the conversation stands.
   */
  sla_applied?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The promise's name.
     */
    sla_name?: string | null;
    /**
     * Whether the promise was kept: hit, missed, cancelled or active.
     */
    sla_status?: string | null;
    [k: string]: unknown;
  } | null;
  /**
   * How long things took, and how many there were.
   */
  statistics?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * Seconds until the conversation was first assigned.
     */
    time_to_assignment?: number | null;
    /**
     * Seconds until a teammate first replied.
     */
    time_to_admin_reply?: number | null;
    /**
     * Seconds until the conversation was first closed.
     */
    time_to_first_close?: number | null;
    /**
     * Seconds until the conversation was last closed.
     */
    time_to_last_close?: number | null;
    /**
     * The median of seconds between a message of the contact and the answer.
     */
    median_time_to_reply?: number | null;
    /**
     * When the contact first replied, in epoch seconds.
     */
    first_contact_reply_at?: number | null;
    /**
     * When the conversation was first assigned, in epoch seconds.
     */
    first_assignment_at?: number | null;
    /**
     * When a teammate first replied, in epoch seconds.
     */
    first_admin_reply_at?: number | null;
    /**
     * When the conversation was first closed, in epoch seconds.
     */
    first_close_at?: number | null;
    /**
     * When the conversation was last assigned, in epoch seconds.
     */
    last_assignment_at?: number | null;
    /**
     * When a teammate first replied after the last assignment, in epoch seconds.
     */
    last_assignment_admin_reply_at?: number | null;
    /**
     * When the contact last replied, in epoch seconds.
     */
    last_contact_reply_at?: number | null;
    /**
     * When a teammate last replied, in epoch seconds.
     */
    last_admin_reply_at?: number | null;
    /**
     * When the conversation was last closed, in epoch seconds.
     */
    last_close_at?: number | null;
    /**
     * How often the conversation was opened again.
     */
    count_reopens?: number | null;
    /**
     * How often the conversation was assigned.
     */
    count_assignments?: number | null;
    /**
     * How many parts the conversation has.
     */
    count_conversation_parts?: number | null;
    /**
     * Seconds that teammates spent on the conversation.
     */
    handling_time?: number | null;
    /**
     * Seconds that teammates spent on the conversation, corrected for idle time.
     */
    adjusted_handling_time?: number | null;
    /**
     * The teammate who last closed the conversation.
     */
    last_closed_by_id?: string | number | null;
    /**
     * Seconds until each team first responded.
     */
    assigned_team_first_response_time?:
      | {
          [k: string]: unknown;
        }[]
      | null;
    /**
     * Seconds until each team first responded, counted in office hours.
     */
    assigned_team_first_response_time_in_office_hours?:
      | {
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * The tickets and conversations that are linked to it.
   */
  linked_objects?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * Whether there are more than are shown here.
     */
    has_more?: boolean | null;
    /**
     * One entry for each linked object.
     */
    data?:
      | {
          [k: string]: unknown;
        }[]
      | null;
    [k: string]: unknown;
  } | null;
  /**
   * Whether the AI agent took part.
   */
  ai_agent_participated?: boolean | null;
  /**
   * What the AI agent did.
   */
  ai_agent?: {
    [k: string]: unknown;
  } | null;
  /**
   * Whether the sales agent took part.
   */
  sales_agent_participated?: boolean | null;
  /**
   * What the sales agent did.
   */
  sales_agent?: {
    [k: string]: unknown;
  } | null;
  /**
   * Through which channels the conversation ran: initial and current.
   */
  channel?: {
    [k: string]: unknown;
  } | null;
  /**
   * What the conversation is called in other systems.
   */
  external_references?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * How monitors judged the conversation, where asked for.
   */
  monitor_evaluations?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * How the conversation was scored, where asked for.
   */
  scorecards?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * What the conversation is about, as Intercom sees it.
   */
  topics?: {
    [k: string]: unknown;
  } | null;
  /**
   * The ticket that the conversation became, where it did.
   */
  ticket?: {
    [k: string]: unknown;
  } | null;
  /**
   * Whether the conversation was blacked out.
   */
  redacted?: boolean | null;
  [k: string]: unknown;
}
