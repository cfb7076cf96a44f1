/** Generated from schemas/receipts.json by scripts/generate.ts: do not edit. */

/**
 * What was sent to whom, and when the contact first opened, clicked, answered and so on.
 */
export interface Receipt {
  /**
   * The id of the content that was sent; each version of an A/B test has its own.
   */
  content_id: string;
  /**
   * The id of the receipt.
   */
  receipt_id: string;
  /**
   * The id of the rules by which the content is sent.
   */
  ruleset_id: string;
  /**
   * The id of the contact.
   */
  user_id?: string | null;
  /**
   * Your own id of the contact.
   */
  user_external_id?: string | null;
  /**
   * The id of the company for which it was sent.
   */
  company_id?: string | null;
  /**
   * Your own id of that company.
   */
  company_external_id?: string | null;
  /**
   * The contact's e-mail address.
   */
  email?: string | null;
  /**
   * The contact's name.
   */
  name?: string | null;
  /**
   * What was sent, such as Email, Chat or Post.
   */
  content_type?: string | null;
  /**
   * The title of the content in Intercom.
   */
  content_title?: string | null;
  /**
   * How the sending came about.
   */
  created_via?: string | null;
  /**
   * The device on which it came.
   */
  device?: string | null;
  /**
   * The id of the version of the rules.
   */
  ruleset_version_id?: string | null;
  /**
   * When it was sent to the contact, in epoch seconds.
   */
  received_at: number | null;
  /**
   * The id of the conversation that it belongs to.
   */
  conversation_id?: string | null;
  /**
   * The id of the series that it belongs to.
   */
  series_id?: string | null;
  /**
   * The title of that series.
   */
  series_title?: string | null;
  /**
   * The id of the block in that series.
   */
  node_id?: string | null;
  /**
   * When the contact first answered it, in epoch seconds.
   */
  first_reply?: number | null;
  /**
   * When the contact first completed it, such as a tour or a survey, in epoch seconds.
   */
  first_completion?: number | null;
  /**
   * When the contact first completed the series it belongs to, in epoch seconds.
   */
  first_series_completion?: number | null;
  /**
   * When the contact first stopped to react to the series it belongs to, in epoch seconds.
   */
  first_series_disengagement?: number | null;
  /**
   * When the contact first left the series it belongs to, in epoch seconds.
   */
  first_series_exit?: number | null;
  /**
   * When the contact first reached the goal of the message, in epoch seconds.
   */
  first_goal_success?: number | null;
  /**
   * When the contact first met a step of a tour that did not work, in epoch seconds.
   */
  first_tour_step_failure?: number | null;
  /**
   * When the contact first saw a step of a tour, in epoch seconds.
   */
  first_tour_step_view?: number | null;
  /**
   * When the contact first reacted to it, in epoch seconds.
   */
  first_reaction?: number | null;
  /**
   * When the contact first opened it, in epoch seconds.
   */
  first_open?: number | null;
  /**
   * When the contact first clicked a link in it, in epoch seconds.
   */
  first_click?: number | null;
  /**
   * When the contact first dismissed it, in epoch seconds.
   */
  first_dismissal?: number | null;
  /**
   * When the contact first left an e-mail address in it, in epoch seconds.
   */
  first_collected_email?: number | null;
  /**
   * When the contact first unsubscribed through it, in epoch seconds.
   */
  first_unsubscribe?: number | null;
  /**
   * When the contact first had an address that refused it for good, in epoch seconds.
   */
  first_hard_bounce?: number | null;
  /**
   * When the contact first had an address that refused it for a time, in epoch seconds.
   */
  first_soft_bounce?: number | null;
  /**
   * When the contact first reported it as spam, in epoch seconds.
   */
  first_spam_complaint?: number | null;
  /**
   * When the contact first allowed push messages through it, in epoch seconds.
   */
  first_permission_grant?: number | null;
  /**
   * When the contact first tapped a button of it, in epoch seconds.
   */
  first_button_tap?: number | null;
  /**
   * When the contact first saw a screen of a carousel, in epoch seconds.
   */
  first_screen_view?: number | null;
  /**
   * When the contact first was to be reached by a webhook that failed, in epoch seconds.
   */
  first_webhook_failure?: number | null;
  /**
   * When the contact first was to be reached by an SMS that failed, in epoch seconds.
   */
  first_sms_failure?: number | null;
  /**
   * When the contact first was to be reached by a WhatsApp message that failed, in epoch seconds.
   */
  first_whatsapp_failure?: number | null;
  /**
   * When the contact first was to be reached by a push message that failed, in epoch seconds.
   */
  first_push_failure?: number | null;
  /**
   * When the contact first answered a question of a survey, in epoch seconds.
   */
  first_answer?: number | null;
  /**
   * When the contact first answered it with a keyword, in epoch seconds.
   */
  first_keyword_reply?: number | null;
  /**
   * When the contact first counted as reached, in epoch seconds.
   */
  first_people_reached_receipt?: number | null;
  /**
   * When the contact first got a step of a checklist, in epoch seconds.
   */
  first_checklist_step_receipt?: number | null;
  /**
   * When the contact first opened a step of a checklist, in epoch seconds.
   */
  first_checklist_step_open?: number | null;
  /**
   * When the contact first clicked in a step of a checklist, in epoch seconds.
   */
  first_checklist_step_click?: number | null;
  /**
   * When the contact first completed a step of a checklist, in epoch seconds.
   */
  first_checklist_step_completion?: number | null;
  /**
   * When the contact first found an answer of Fin helpful, in epoch seconds.
   */
  first_fin_helpful_answer?: number | null;
}
