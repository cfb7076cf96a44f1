/** Generated from schemas/conversation_part_attachments.json by scripts/generate.ts: do not edit. */

/**
 * The files of the parts of conversations.
 */
export interface ConversationPartAttachment {
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
  /**
   * The id of the part.
   */
  conversation_part_id: string;
  /**
   * The place of the file in its list, from 0.
   */
  position: number;
  /**
   * The id of the conversation.
   */
  conversation_id: string;
  /**
   * When the conversation was last changed, in epoch seconds; rows with an older time are out of date.
   */
  conversation_updated_at: number | null;
}
