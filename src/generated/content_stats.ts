/** Generated from schemas/content_stats.json by scripts/generate.ts: do not edit. */

/**
 * Totals and rates of each content that was sent lately, from window_start to window_end.
 */
export interface ContentStatistics {
  /**
   * The id of the rules by which the content is sent.
   */
  ruleset_id: string;
  /**
   * The id of the content.
   */
  content_id: string;
  /**
   * When the content was created, in epoch seconds.
   */
  created_at?: number | null;
  /**
   * To whom the content is sent.
   */
  audience_type?: string | null;
  /**
   * The title of the content.
   */
  content_title?: string | null;
  /**
   * What is sent, such as Email, Chat or Post.
   */
  content_type?: string | null;
  /**
   * The id of the series that it belongs to.
   */
  series_id?: string | null;
  /**
   * The title of that series.
   */
  series_title?: string | null;
  /**
   * Whether the content is live.
   */
  state?: string | null;
  /**
   * When it was last sent, in epoch seconds.
   */
  last_sent_at?: number | null;
  /**
   * Who last changed the state.
   */
  last_state_change_by?: string | null;
  /**
   * When the state last changed, in epoch seconds.
   */
  last_state_change_at?: number | null;
  /**
   * Who last edited the content.
   */
  last_edited_by?: string | null;
  /**
   * When the content was last edited, in epoch seconds.
   */
  last_edited_at?: number | null;
  /**
   * The address of the content in Intercom.
   */
  url?: string | null;
  /**
   * The beginning of the time that the numbers are about, in epoch seconds.
   */
  window_start?: number | null;
  /**
   * The end of the time that the numbers are about, in epoch seconds.
   */
  window_end?: number | null;
  /**
   * How many times there was a receipt.
   */
  receipt_total?: number | null;
  /**
   * How many contacts had a receipt.
   */
  receipt_unique?: number | null;
  /**
   * How many times there was a reply.
   */
  reply_total?: number | null;
  /**
   * How many contacts had a reply.
   */
  reply_unique?: number | null;
  /**
   * The share of contacts who had a reply.
   */
  reply_rate?: number | null;
  /**
   * How many times there was a completion.
   */
  completion_total?: number | null;
  /**
   * How many contacts had a completion.
   */
  completion_unique?: number | null;
  /**
   * The share of contacts who had a completion.
   */
  completion_rate?: number | null;
  /**
   * How many times there was a goal success.
   */
  goal_success_total?: number | null;
  /**
   * How many contacts had a goal success.
   */
  goal_success_unique?: number | null;
  /**
   * The share of contacts who had a goal success.
   */
  goal_success_rate?: number | null;
  /**
   * How many times there was a tour step failure.
   */
  tour_step_failure_total?: number | null;
  /**
   * How many contacts had a tour step failure.
   */
  tour_step_failure_unique?: number | null;
  /**
   * The share of contacts who had a tour step failure.
   */
  tour_step_failure_rate?: number | null;
  /**
   * How many times there was a tour step view.
   */
  tour_step_view_total?: number | null;
  /**
   * How many contacts had a tour step view.
   */
  tour_step_view_unique?: number | null;
  /**
   * How many times there was a reaction.
   */
  reaction_total?: number | null;
  /**
   * How many contacts had a reaction.
   */
  reaction_unique?: number | null;
  /**
   * The share of contacts who had a reaction.
   */
  reaction_rate?: number | null;
  /**
   * How many times there was a open.
   */
  open_total?: number | null;
  /**
   * How many contacts had a open.
   */
  open_unique?: number | null;
  /**
   * The share of contacts who had a open.
   */
  open_rate?: number | null;
  /**
   * How many times there was a click.
   */
  click_total?: number | null;
  /**
   * How many contacts had a click.
   */
  click_unique?: number | null;
  /**
   * The share of contacts who had a click.
   */
  click_rate?: number | null;
  /**
   * How many times there was a dismissal.
   */
  dismissal_total?: number | null;
  /**
   * How many contacts had a dismissal.
   */
  dismissal_unique?: number | null;
  /**
   * The share of contacts who had a dismissal.
   */
  dismissal_rate?: number | null;
  /**
   * How many times there was a collected email.
   */
  collected_email_total?: number | null;
  /**
   * How many contacts had a collected email.
   */
  collected_email_unique?: number | null;
  /**
   * The share of contacts who had a collected email.
   */
  collected_email_rate?: number | null;
  /**
   * How many times there was a unsubscribe.
   */
  unsubscribe_total?: number | null;
  /**
   * How many contacts had a unsubscribe.
   */
  unsubscribe_unique?: number | null;
  /**
   * The share of contacts who had a unsubscribe.
   */
  unsubscribe_rate?: number | null;
  /**
   * How many times there was a hard bounce.
   */
  hard_bounce_total?: number | null;
  /**
   * How many contacts had a hard bounce.
   */
  hard_bounce_unique?: number | null;
  /**
   * The share of contacts who had a hard bounce.
   */
  hard_bounce_rate?: number | null;
  /**
   * How many times there was a spam complaint.
   */
  spam_complaint_total?: number | null;
  /**
   * How many contacts had a spam complaint.
   */
  spam_complaint_unique?: number | null;
  /**
   * The share of contacts who had a spam complaint.
   */
  spam_complaint_rate?: number | null;
  /**
   * How many times there was a permission grant.
   */
  permission_grant_total?: number | null;
  /**
   * How many contacts had a permission grant.
   */
  permission_grant_unique?: number | null;
  /**
   * The share of contacts who had a permission grant.
   */
  permission_grant_rate?: number | null;
  /**
   * How many times there was a button tap.
   */
  button_tap_total?: number | null;
  /**
   * How many contacts had a button tap.
   */
  button_tap_unique?: number | null;
  /**
   * The share of contacts who had a button tap.
   */
  button_tap_rate?: number | null;
  /**
   * How many times there was a screen view.
   */
  screen_view_total?: number | null;
  /**
   * How many contacts had a screen view.
   */
  screen_view_unique?: number | null;
  /**
   * The share of contacts who had a screen view.
   */
  screen_view_rate?: number | null;
  /**
   * How many times there was a webhook failure.
   */
  webhook_failure_total?: number | null;
  /**
   * How many contacts had a webhook failure.
   */
  webhook_failure_unique?: number | null;
  /**
   * The share of contacts who had a webhook failure.
   */
  webhook_failure_rate?: number | null;
  /**
   * How many times there was a sms failure.
   */
  sms_failure_total?: number | null;
  /**
   * How many contacts had a sms failure.
   */
  sms_failure_unique?: number | null;
  /**
   * The share of contacts who had a sms failure.
   */
  sms_failure_rate?: number | null;
  /**
   * How many times there was a whatsapp failure.
   */
  whatsapp_failure_total?: number | null;
  /**
   * How many contacts had a whatsapp failure.
   */
  whatsapp_failure_unique?: number | null;
  /**
   * The share of contacts who had a whatsapp failure.
   */
  whatsapp_failure_rate?: number | null;
  /**
   * How many times there was a push failure.
   */
  push_failure_total?: number | null;
  /**
   * How many contacts had a push failure.
   */
  push_failure_unique?: number | null;
  /**
   * The share of contacts who had a push failure.
   */
  push_failure_rate?: number | null;
  /**
   * How many times there was a answer.
   */
  answer_total?: number | null;
  /**
   * How many contacts had a answer.
   */
  answer_unique?: number | null;
  /**
   * The share of contacts who had a answer.
   */
  answer_rate?: number | null;
  /**
   * How many times there was a keyword reply.
   */
  keyword_reply_total?: number | null;
  /**
   * How many contacts had a keyword reply.
   */
  keyword_reply_unique?: number | null;
  /**
   * How many times there was a people reached receipt.
   */
  people_reached_receipt_total?: number | null;
  /**
   * How many contacts had a people reached receipt.
   */
  people_reached_receipt_unique?: number | null;
  /**
   * The share of contacts who had a people reached receipt.
   */
  people_reached_receipt_rate?: number | null;
  /**
   * How many times there was a checklist step receipt.
   */
  checklist_step_receipt_total?: number | null;
  /**
   * How many contacts had a checklist step receipt.
   */
  checklist_step_receipt_unique?: number | null;
  /**
   * The share of contacts who had a checklist step receipt.
   */
  checklist_step_receipt_rate?: number | null;
  /**
   * How many times there was a checklist step open.
   */
  checklist_step_open_total?: number | null;
  /**
   * How many contacts had a checklist step open.
   */
  checklist_step_open_unique?: number | null;
  /**
   * The share of contacts who had a checklist step open.
   */
  checklist_step_open_rate?: number | null;
  /**
   * How many times there was a checklist step click.
   */
  checklist_step_click_total?: number | null;
  /**
   * How many contacts had a checklist step click.
   */
  checklist_step_click_unique?: number | null;
  /**
   * The share of contacts who had a checklist step click.
   */
  checklist_step_click_rate?: number | null;
  /**
   * How many times there was a checklist step completion.
   */
  checklist_step_completion_total?: number | null;
  /**
   * How many contacts had a checklist step completion.
   */
  checklist_step_completion_unique?: number | null;
  /**
   * The share of contacts who had a checklist step completion.
   */
  checklist_step_completion_rate?: number | null;
  /**
   * How many times there was a fin helpful answer.
   */
  fin_helpful_answer_total?: number | null;
  /**
   * How many contacts had a fin helpful answer.
   */
  fin_helpful_answer_unique?: number | null;
  /**
   * The share of contacts who had a fin helpful answer.
   */
  fin_helpful_answer_rate?: number | null;
  /**
   * How many times there was a email failure.
   */
  email_failure_total?: number | null;
  /**
   * How many contacts had a email failure.
   */
  email_failure_unique?: number | null;
  /**
   * The share of contacts who had a email failure.
   */
  email_failure_rate?: number | null;
}
