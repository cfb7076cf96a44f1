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
  created_at?: number | null;
  /**
   * When the conversation was last changed, in epoch seconds.
   */
  updated_at: number | null;
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
    /**
     * Intercom's id of the company.
     */
    id?: string | null;
    /**
     * The id that the workspace itself gave to the company.
     */
    company_id?: string | null;
    /**
     * What kind of object this is.
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
     * The plan that the company is on; empty when none is set.
     */
    plan?: {
      /**
       * The role's id.
       */
      id?: string | null;
      /**
       * What kind of object this is.
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
    updated_at?: number | null;
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
     * What the company is in business for.
     */
    industry?: string | null;
    /**
     * What the company brings in a month, in the workspace's own unit.
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
          }[]
        | null;
    } | null;
    /**
     * The segments that the company is in.
     */
    segments?: {
      /**
       * What kind of object this is.
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
             * What kind of object this is.
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
             * Whom the segment holds: contact, which here means leads, or user.
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
       * What kind of object this is.
       */
      type?: string | null;
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
             * What kind of object this is.
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
               * What kind of object this is.
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
               * What kind of object this is.
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
    } | null;
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
            /**
             * Intercom's id.
             */
            id?: string | null;
            /**
             * What kind of object this is.
             */
            type?: string | null;
          } | null;
        }[]
      | null;
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
    } | null;
    /**
     * The teammate who was rated.
     */
    teammate?: {
      /**
       * The teammate's id.
       */
      id?: string | number | null;
      /**
       * What kind of object this is.
       */
      type?: string | null;
    } | null;
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
      /**
       * The teammate's id.
       */
      id?: string | null;
      /**
       * What kind of object this is.
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
    /**
     * What was attached to it; the addresses expire.
     */
    attachments?:
      | {
          /**
           * How the file was attached, such as upload.
           */
          type?: string | null;
          /**
           * The file's name.
           */
          name?: string | null;
          /**
           * Where the file can be fetched, for a limited time.
           */
          url?: string | null;
          /**
           * The file's media type.
           */
          content_type?: string | null;
          /**
           * The file's size in bytes.
           */
          filesize?: number | null;
          /**
           * The width in pixels, of an image.
           */
          width?: number | null;
          /**
           * The height in pixels, of an image.
           */
          height?: number | null;
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
    /**
     * To whom it was sent, where it is an e-mail.
     */
    recipients?:
      | {
          /**
           * How the person was addressed: to, cc or bcc.
           */
          type?: string | null;
          /**
           * The person's address.
           */
          email?: string | null;
          /**
           * Why the e-mail did not go to this address, where it did not.
           */
          drop_reason?: string | null;
        }[]
      | null;
    /**
     * Where answers to it go, where it is an e-mail.
     */
    reply_to?:
      | {
          /**
           * The address.
           */
          email?: string | null;
          /**
           * The name beside the address.
           */
          name?: string | null;
        }[]
      | null;
    /**
     * What is known about the e-mail, where it came as one.
     */
    email_message_metadata?: {
      /**
       * The message's own id, from its Message-ID header.
       */
      message_id?: string | null;
      /**
       * The e-mail's subject.
       */
      subject?: string | null;
      /**
       * One entry for each address in the headers.
       */
      email_address_headers?:
        | {
            /**
             * Which header it is, such as from or to.
             */
            type?: string | null;
            /**
             * The address in it.
             */
            email_address?: string | null;
            /**
             * The name beside the address.
             */
            name?: string | null;
          }[]
        | null;
      /**
       * Earlier messages that the e-mail quotes or forwards, as HTML.
       */
      history?: string | null;
    } | null;
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
        }[]
      | null;
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
     * One entry for each teammate, as answers hold them; the documentation names the list teammates.
     */
    admins?:
      | {
          /**
           * The teammate's id.
           */
          id?: string | number | null;
          /**
           * What kind of object this is.
           */
          type?: string | null;
        }[]
      | null;
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
        }[]
      | null;
  } | null;
  /**
   * The attributes that the workspace defined itself, by name.
   */
  custom_attributes?: {} | null;
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
  } | null;
  /**
   * The service level agreement under which the conversation stands.
   */
  sla_applied?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * The agreement's name.
     */
    sla_name?: string | null;
    /**
     * Whether the agreement was kept: hit, missed, cancelled or active.
     */
    sla_status?: string | null;
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
     * Seconds until the last assignment before a teammate first replied.
     */
    time_to_assignment?: number | null;
    /**
     * Seconds until a teammate first replied, not counting time outside office hours.
     */
    time_to_admin_reply?: number | null;
    /**
     * Seconds until the conversation was first closed, not counting time outside office hours.
     */
    time_to_first_close?: number | null;
    /**
     * Seconds until the conversation was last closed, not counting time outside office hours.
     */
    time_to_last_close?: number | null;
    /**
     * The median of seconds between a message of the contact and the answer, not counting time outside office hours.
     */
    median_time_to_reply?: number | null;
    /**
     * When the contact first wrote, in epoch seconds.
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
     * Seconds between the assignment of the conversation and its close.
     */
    handling_time?: number | null;
    /**
     * Seconds in which teammates were at work on the conversation, without idle time.
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
          /**
           * The team's id.
           */
          team_id?: number | null;
          /**
           * The team's name.
           */
          team_name?: string | null;
          /**
           * Seconds until the team first responded.
           */
          response_time?: number | null;
        }[]
      | null;
    /**
     * Seconds until each team first responded, counted in office hours.
     */
    assigned_team_first_response_time_in_office_hours?:
      | {
          /**
           * The team's id.
           */
          team_id?: number | null;
          /**
           * The team's name.
           */
          team_name?: string | null;
          /**
           * Seconds until the team first responded.
           */
          response_time?: number | null;
        }[]
      | null;
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
          /**
           * The linked object's id.
           */
          id?: string | null;
          /**
           * Whether it is a ticket or a conversation.
           */
          type?: string | null;
          /**
           * The kind of ticket, such as Customer, Back-office or Tracker; empty for a conversation.
           */
          category?: string | null;
        }[]
      | null;
  } | null;
  /**
   * Whether the AI agent took part.
   */
  ai_agent_participated?: boolean | null;
  /**
   * What the AI agent did.
   */
  ai_agent?: {
    /**
     * What brought the AI agent in, such as profile or workflow.
     */
    source_type?: string | null;
    /**
     * That thing's title.
     */
    source_title?: string | null;
    /**
     * What kind of answer it gave last: ai_answer or custom_answer; empty when it gave none.
     */
    last_answer_type?: string | null;
    /**
     * How it ended, such as assumed_resolution, confirmed_resolution, escalated, negative_feedback or procedure_handoff.
     */
    resolution_state?: string | null;
    /**
     * What the contact thought of it, from 1 to 5.
     */
    rating?: number | null;
    /**
     * What the contact said about it.
     */
    rating_remark?: string | null;
    /**
     * When that rating was made, in epoch seconds.
     */
    created_at?: number | null;
    /**
     * When that rating was last changed, in epoch seconds.
     */
    updated_at?: number | null;
    /**
     * What the answers were drawn from.
     */
    content_sources?: {
      /**
       * What kind of object this is.
       */
      type?: string | null;
      /**
       * How many sources there are.
       */
      total_count?: number | null;
      /**
       * One entry for each source.
       */
      content_sources?:
        | {
            /**
             * What the source is, such as article, file, external_content or content_snippet.
             */
            content_type?: string | null;
            /**
             * Where teammates find the source.
             */
            url?: string | null;
            /**
             * The source's title.
             */
            title?: string | null;
            /**
             * The source's language, as a code.
             */
            locale?: string | null;
          }[]
        | null;
    } | null;
  } | null;
  /**
   * Whether the sales agent took part.
   */
  sales_agent_participated?: boolean | null;
  /**
   * What the sales agent did.
   */
  sales_agent?: {
    /**
     * How it ended: qualified, disqualified, product_discovery, escalated_to_support or spam.
     */
    outcome?: string | null;
    /**
     * Where the sales agent sent the contact, as the workspace named it.
     */
    routing_outcome?: string | null;
    /**
     * What the sales agent learned, by name.
     */
    collected_data?: {} | null;
  } | null;
  /**
   * Through which channels the conversation ran: initial and current.
   */
  channel?: {
    /**
     * The channel at the beginning, such as messenger or email.
     */
    initial?: string | null;
    /**
     * The channel now.
     */
    current?: string | null;
  } | null;
  /**
   * What the conversation is called in other systems.
   */
  external_references?:
    | {
        /**
         * Intercom's id.
         */
        id?: string | null;
        /**
         * What kind of object this is.
         */
        type?: string | null;
      }[]
    | null;
  /**
   * How monitors judged the conversation; Intercom sends it only on request, and this connector does not ask.
   */
  monitor_evaluations?:
    | {
        /**
         * The monitor's id.
         */
        monitor_id?: string | null;
        /**
         * The monitor's name at that time.
         */
        monitor_name?: string | null;
        /**
         * What kind of monitor it is.
         */
        monitor_type?: string | null;
        /**
         * What the monitor found, such as flagged.
         */
        result?: string | null;
        /**
         * Why the monitor found so.
         */
        explanation?: string | null;
        /**
         * When the monitor looked, in epoch seconds.
         */
        evaluated_at?: number | null;
      }[]
    | null;
  /**
   * How the conversation was scored; Intercom sends it only on request, and this connector does not ask.
   */
  scorecards?:
    | {
        /**
         * The scorecard's id.
         */
        scorecard_id?: string | null;
        /**
         * The id of the scorecard's version.
         */
        scorecard_version_id?: string | null;
        /**
         * The scorecard's name.
         */
        name?: string | null;
        /**
         * What kind of scorecard it is, such as human.
         */
        scorecard_type?: string | null;
        /**
         * Whether the conversation passed; empty when not scored.
         */
        passed?: boolean | null;
        /**
         * The score; empty when not scored.
         */
        score?: number | null;
        /**
         * The score that AI gave, where it did.
         */
        ai_score?: number | null;
        /**
         * When it was last scored, in epoch seconds.
         */
        evaluated_at?: number | null;
        /**
         * Whose work was scored.
         */
        reviewed_teammate?: {
          /**
           * Whether it is the AI agent or a teammate: ai or admin.
           */
          type?: string | null;
          /**
           * The teammate's id, where it is one.
           */
          admin_id?: string | null;
        } | null;
        /**
         * One entry for each criterion.
         */
        evaluators?:
          | {
              /**
               * The criterion's id.
               */
              evaluator_id?: string | null;
              /**
               * What was found; empty when not scored.
               */
              result?: {
                /**
                 * The value that was chosen, such as pass or fail.
                 */
                value?: string | null;
                /**
                 * Who chose it, such as ai or human.
                 */
                source?: string | null;
                /**
                 * Why it was chosen.
                 */
                reasoning?: string | null;
                /**
                 * The reasons that were picked, by id.
                 */
                reason_ids?: (string | null)[] | null;
                /**
                 * What the reviewer added in words.
                 */
                other_text?: string | null;
              } | null;
            }[]
          | null;
      }[]
    | null;
  /**
   * What the conversation is about, as Intercom sees it.
   */
  topics?: {
    /**
     * What kind of object this is.
     */
    type?: string | null;
    /**
     * How many there are.
     */
    total_count?: number | null;
    /**
     * One entry for each topic.
     */
    topics?:
      | {
          /**
           * The topic's id.
           */
          id?: string | number | null;
          /**
           * What kind of object this is.
           */
          type?: string | null;
          /**
           * The topic's name.
           */
          name?: string | null;
        }[]
      | null;
  } | null;
  /**
   * The ticket that the conversation became, where it did.
   */
  ticket?: {} | null;
  /**
   * Whether the conversation was blacked out.
   */
  redacted?: boolean | null;
  /**
   * Null in every row, since Intercom's API has long named the contacts in contacts instead.
   */
  user?: {} | null;
  /**
   * Null in every row, since Intercom's API has long named the contacts in contacts instead.
   */
  customers?: {}[] | null;
  /**
   * Null in every row, since Intercom's API has long named the assignees in admin_assignee_id and team_assignee_id instead.
   */
  assignee?: {} | null;
  /**
   * Null in every row, since Intercom's API has long given the first message in source instead.
   */
  conversation_message?: {} | null;
  /**
   * Null in every row, since Intercom's API has long given the first reply in first_contact_reply instead.
   */
  customer_first_reply?: {} | null;
  /**
   * Null in every row: a time in epoch seconds that Intercom's API has long stopped giving.
   */
  sent_at?: number | null;
  /**
   * When the conversation was deleted or stopped matching the filters; null while it is there.
   */
  _ab_cdc_deleted_at?: string | null;
}
