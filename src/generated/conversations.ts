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
   * The type of the object; the same in every row.
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
   * The assigned teammate; 0 if nobody is assigned.
   */
  admin_assignee_id?: number | null;
  /**
   * The assigned team; 0 if none is assigned.
   */
  team_assignee_id?: number | null;
  /**
   * The company of the conversation.
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
    } | null;
  } | null;
  /**
   * The conversation's tags.
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
          /**
           * When the tag was put on, in epoch seconds.
           */
          applied_at?: number | null;
          /**
           * The teammate who applied the tag.
           */
          applied_by?: {
            /**
             * Intercom's id.
             */
            id?: string | null;
            /**
             * The type of the object.
             */
            type?: string | null;
          } | null;
        }[]
      | null;
  } | null;
  /**
   * The contact's rating of the conversation.
   */
  conversation_rating?: {
    /**
     * From 1, the worst, to 5, the best.
     */
    rating?: number | null;
    /**
     * The contact's remark.
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
     * The contact who gave the rating.
     */
    contact?: {
      /**
       * The contact's id.
       */
      id?: string | null;
      /**
       * The type of the object.
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
       * The type of the object.
       */
      type?: string | null;
    } | null;
  } | null;
  /**
   * The first message of the conversation.
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
     * The author of the message.
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
    /**
     * The message's attachments; their addresses expire.
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
           * The address of the file; it expires.
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
     * The address of the page of the message.
     */
    url?: string | null;
    /**
     * Whether it was blacked out.
     */
    redacted?: boolean | null;
    /**
     * The recipients, if the message is an e-mail.
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
           * The reason why the e-mail was not sent to this address, if it was not.
           */
          drop_reason?: string | null;
        }[]
      | null;
    /**
     * The address for replies, if the message is an e-mail.
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
     * The e-mail's headers and history, if the message is an e-mail.
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
             * The name of the header, such as from or to.
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
   * The contacts in the conversation.
   */
  contacts?: {
    /**
     * The type of the object.
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
           * The type of the object.
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
   * The teammates in the conversation.
   */
  teammates?: {
    /**
     * The type of the object.
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
           * The type of the object.
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
           * The type of the object.
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
     * The address of the page of the message.
     */
    url?: string | null;
  } | null;
  /**
   * The conversation's service level agreement.
   */
  sla_applied?: {
    /**
     * The type of the object.
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
     * The type of the object.
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
   * The linked tickets and conversations.
   */
  linked_objects?: {
    /**
     * The type of the object.
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
   * The AI agent's work in the conversation.
   */
  ai_agent?: {
    /**
     * The reason for the AI agent, such as profile or workflow.
     */
    source_type?: string | null;
    /**
     * The title of the linked object.
     */
    source_title?: string | null;
    /**
     * The kind of the last answer: ai_answer or custom_answer; empty if there was none.
     */
    last_answer_type?: string | null;
    /**
     * How it ended, such as assumed_resolution, confirmed_resolution, escalated, negative_feedback or procedure_handoff.
     */
    resolution_state?: string | null;
    /**
     * The contact's rating, from 1 to 5.
     */
    rating?: number | null;
    /**
     * The contact's remark.
     */
    rating_remark?: string | null;
    /**
     * When the rating was made, in epoch seconds.
     */
    created_at?: number | null;
    /**
     * When the rating was last changed, in epoch seconds.
     */
    updated_at?: number | null;
    /**
     * The sources of the answers.
     */
    content_sources?: {
      /**
       * The type of the object.
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
             * The kind of source, such as article, file, external_content or content_snippet.
             */
            content_type?: string | null;
            /**
             * The address of the source for teammates.
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
   * The sales agent's work in the conversation.
   */
  sales_agent?: {
    /**
     * How it ended: qualified, disqualified, product_discovery, escalated_to_support or spam.
     */
    outcome?: string | null;
    /**
     * The destination to which the sales agent sent the contact, by the workspace's name for it.
     */
    routing_outcome?: string | null;
    /**
     * The facts that the sales agent learned, by name.
     */
    collected_data?: {} | null;
  } | null;
  /**
   * The initial and the current channel of the conversation.
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
   * The conversation's ids in other systems.
   */
  external_references?:
    | {
        /**
         * Intercom's id.
         */
        id?: string | null;
        /**
         * The type of the object.
         */
        type?: string | null;
      }[]
    | null;
  /**
   * Null in every row: Intercom sends evaluations only on request, and conversation_monitor_evaluations holds them.
   */
  monitor_evaluations?:
    | {
        /**
         * The monitor's id.
         */
        monitor_id?: string | null;
        /**
         * The monitor's name at the time of the evaluation.
         */
        monitor_name?: string | null;
        /**
         * The kind of monitor.
         */
        monitor_type?: string | null;
        /**
         * The monitor's finding, such as flagged.
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
   * Null in every row: Intercom sends scores only on request, and conversation_scorecards holds them.
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
         * The kind of scorecard, such as human.
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
         * The score given by AI, if any.
         */
        ai_score?: number | null;
        /**
         * When it was last scored, in epoch seconds.
         */
        evaluated_at?: number | null;
        /**
         * The teammate or AI agent that the score is about.
         */
        reviewed_teammate?: {
          /**
           * Whether it is the AI agent or a teammate: ai or admin.
           */
          type?: string | null;
          /**
           * The id of the teammate, if the author is a teammate.
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
               * The finding; empty if not scored.
               */
              result?: {
                /**
                 * The chosen value, such as pass or fail.
                 */
                value?: string | null;
                /**
                 * The author of the choice, such as ai or human.
                 */
                source?: string | null;
                /**
                 * Why it was chosen.
                 */
                reasoning?: string | null;
                /**
                 * The ids of the chosen reasons.
                 */
                reason_ids?: (string | null)[] | null;
                /**
                 * The reviewer's comment.
                 */
                other_text?: string | null;
              } | null;
            }[]
          | null;
      }[]
    | null;
  /**
   * The topics that Intercom found in the conversation.
   */
  topics?: {
    /**
     * The type of the object.
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
           * The type of the object.
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
   * The ticket that the conversation was converted to, if any.
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
   * Null in every row: a time in epoch seconds that Intercom's API no longer gives.
   */
  sent_at?: number | null;
  /**
   * When the conversation was deleted or stopped matching the filters; null while it is there.
   */
  _ab_cdc_deleted_at?: string | null;
}
