/** Generated from schemas/side_conversation_parts.json by scripts/generate.ts: do not edit. */

/**
 * The messages of side conversations.
 */
export interface SideConversationPart {
  /**
   * The part's id.
   */
  id: string;
  /**
   * The type of the object; the same in every row.
   */
  type?: string | null;
  /**
   * The kind of part: comment, note, assignment, close, open and others; new features add new kinds.
   */
  part_type?: string | null;
  /**
   * The part's text, as HTML.
   */
  body?: string | null;
  /**
   * When the part was made, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * When the part was last changed, in epoch seconds.
   */
  updated_at?: number | null;
  /**
   * The new assignee, if the part is an assignment.
   */
  assigned_to?: {
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
   * The author of the part.
   */
  author?: {
    /**
     * Their id.
     */
    id?: string | null;
    /**
     * Whether it is a teammate, a contact, a team or a bot.
     */
    type?: string | null;
    /**
     * Their name.
     */
    name?: string | null;
    /**
     * Their address.
     */
    email?: string | null;
    /**
     * Whether the AI agent sent the part.
     */
    from_ai_agent?: boolean | null;
    /**
     * Whether AI wrote the text.
     */
    is_ai_answer?: boolean | null;
  } | null;
  /**
   * The part's attachments; their addresses expire.
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
   * The id that the workspace itself gave to the part.
   */
  external_id?: string | null;
  /**
   * Whether the part was blacked out.
   */
  redacted?: boolean | null;
  /**
   * The code of the app that made the part through the API, if an app did.
   */
  app_package_code?: string | null;
  /**
   * When the contact was notified of the part, in epoch seconds.
   */
  notified_at?: number | null;
  /**
   * The e-mail's headers and history, if the part is an e-mail.
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
  } | null;
  /**
   * Quick replies that the part offers, or the chosen quick reply.
   */
  metadata?: {
    /**
     * The answers offered as buttons.
     */
    quick_reply_options?:
      | {
          /**
           * The option's id.
           */
          uuid?: string | null;
          /**
           * The option's text.
           */
          text?: string | null;
          /**
           * The option's text by language.
           */
          translations?: {} | null;
        }[]
      | null;
    /**
     * The clicked answer.
     */
    quick_reply_uuid?: string | null;
  } | null;
  /**
   * The state of the conversation when the part was made: open, closed or snoozed.
   */
  state?: string | null;
  /**
   * The tags of the part.
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
  /**
   * Details of the event, if the part is an event.
   */
  event_details?: {
    /**
     * The workflow that acted.
     */
    workflow?: {
      /**
       * The workflow's name.
       */
      name?: string | null;
    } | null;
    /**
     * The changed attribute.
     */
    attribute?: {
      /**
       * The attribute's name.
       */
      name?: string | null;
    } | null;
    /**
     * The new value.
     */
    value?: {
      /**
       * The new value.
       */
      name?: string | null;
      /**
       * The previous value, if known.
       */
      previous?: string | null;
    } | null;
    /**
     * The custom action.
     */
    action?: {
      /**
       * The action's name.
       */
      name?: string | null;
      /**
       * How it ended: success or failed.
       */
      result?: string | null;
    } | null;
    /**
     * The event in the workflow.
     */
    event?: {
      /**
       * The kind of event, such as wait_finished.
       */
      type?: string | null;
      /**
       * The result.
       */
      result?: string | null;
    } | null;
  } | null;
  /**
   * The thread's id.
   */
  side_conversation_id: string;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
