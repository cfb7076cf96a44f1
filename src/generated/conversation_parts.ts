/** Generated from schemas/conversation_parts.json by scripts/generate.ts: do not edit. */

/**
 * Everything that happened in conversations: messages, notes, assignments and changes of state.
 */
export interface ConversationPart {
  /**
   * The part's id.
   */
  id: string;
  /**
   * What kind of object this is; the same in every row.
   */
  type?: string | null;
  /**
   * What happened: comment, note, assignment, close, open and others; new ones come with new features.
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
   * To whom the part assigned, where it did.
   */
  assigned_to?: {
    [k: string]: unknown;
  } | null;
  /**
   * Who made the part.
   */
  author?: {
    /**
     * Their id.
     */
    id?: string | null;
    /**
     * Whether it is an admin, a user, a lead or a bot.
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
    [k: string]: unknown;
  } | null;
  /**
   * What is attached to the part; the addresses expire.
   */
  attachments?:
    | {
        [k: string]: unknown;
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
   * The code of the app that made the part, where one did.
   */
  app_package_code?: string | null;
  /**
   * When the contact was notified of the part, in epoch seconds.
   */
  notified_at?: number | null;
  /**
   * What is known about the e-mail, where the part came as one.
   */
  email_message_metadata?: {
    [k: string]: unknown;
  } | null;
  /**
   * Details that depend on the type of the part.
   */
  metadata?: {
    [k: string]: unknown;
  } | null;
  /**
   * The conversation's state after the part.
   */
  state?: string | null;
  /**
   * The tags of the part.
   */
  tags?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * Details of the event, where the part stands for one.
   */
  event_details?: {
    [k: string]: unknown;
  } | null;
  /**
   * The conversation that the part belongs to.
   */
  conversation_id: string;
  /**
   * When that conversation began, in epoch seconds.
   */
  conversation_created_at?: number | null;
  /**
   * When that conversation was last changed, in epoch seconds.
   */
  conversation_updated_at: number;
  /**
   * How many parts Intercom says that conversation has; it shows the latest 500.
   */
  conversation_total_parts?: number | null;
  [k: string]: unknown;
}
