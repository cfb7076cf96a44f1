/** Generated from schemas/survey_answers.json by scripts/generate.ts: do not edit. */

/**
 * The answers to the questions of surveys.
 */
export interface SurveyAnswer {
  /**
   * The id of the receipt of the survey.
   */
  receipt_id: string;
  /**
   * The id of the question.
   */
  question_id: string;
  /**
   * When the question was answered, in epoch seconds.
   */
  answered_at: number | null;
  /**
   * The text of the question.
   */
  question?: string | null;
  /**
   * The form of the answer.
   */
  response_type?: string | null;
  /**
   * The answer.
   */
  response?: string | null;
}
