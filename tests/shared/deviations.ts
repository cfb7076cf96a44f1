/** Differences between the sandbox and Intercom's OpenAPI file, each with its reason. An unused line fails the suite. */

export interface Deviation {
  /** Such as "GET /contacts/{id}"; two stars stand for anything. */
  readonly operation: string;
  /** The field, as a path such as `data.*.id`, where one star is any item of a list; two stars stand for anything. */
  readonly field: string;
  readonly reason: string;
}

/** The file's schema says otherwise. */
export const shapes: readonly Deviation[] = [
  {
    operation: '**/admins/activity_logs**',
    field: 'pages.next',
    reason: 'a next page is a URL in the reference of every endpoint with numbered pages; the schema wants a cursor',
  },
  {
    operation: '**/admins/activity_logs**',
    field: 'activity_logs.*.metadata.**',
    reason: 'the example of the same operation gives texts for before and after, where the schema wants objects',
  },
  {
    operation: 'GET /contacts/{id}/notes',
    field: 'pages.next',
    reason: 'a next page is a URL in the reference of every endpoint with numbered pages; the schema wants a cursor',
  },
  {
    operation: 'GET /articles/{id}/versions',
    field: 'pages.next',
    reason: 'a next page was seen as a URL in the list of articles; the schema wants a cursor',
  },
  {
    operation: '**/articles**',
    field: '**translated_content.**.url',
    reason: 'the url of a draft is null in the article itself; its texts have the same one',
  },
  {
    operation: 'GET /messages/status',
    field: 'ruleset_id',
    reason: 'the example of the same operation has a number, where the schema wants a text',
  },
  {
    operation: 'GET /events',
    field: 'type',
    reason:
      'the operation has the schema of the summary only; the list of events has a schema of its own, with this type',
  },
  {
    operation: '**/companies**',
    field: '**custom_attributes.renewal_date',
    reason: 'attributes of the type date exist (GET /data_attributes); the schema of companies knows only texts',
  },
  {
    operation: 'GET /custom_object_instances/{id}',
    field: '**custom_attributes.repairs so far',
    reason: 'the example of the same operation has numbers among the attributes; the schema knows only texts',
  },
  { operation: '**', field: '**avatar', reason: 'the picture of a lead was seen as a text' },
  { operation: '**conversations**', field: '**source', reason: 'a conversation without a source was seen' },
  {
    operation: '**conversations**',
    field: '**statistics.last_closed_by_id',
    reason: 'seen as an integer in live answers; the schema wants a text',
  },
];

/** A field of the file's own example that the sandbox does not give. */
export const missingFields: readonly Deviation[] = [
  {
    operation: 'GET /messages/status',
    field: 'pages.next.starting_after',
    reason: 'no ruleset of the small workspace has two messages on WhatsApp',
  },
  { operation: 'GET /content/search', field: 'pages.prev', reason: 'nobody reads a list backwards' },
  ...['order_number', 'total_amount'].map((field) => ({
    operation: 'GET /custom_object_instances/{id}',
    field: `data.*.custom_attributes.${field}`,
    reason: 'each type of custom objects has attributes of its own',
  })),
  ...['type', 'id'].map((field) => ({
    operation: 'GET /conversations/{id}',
    field: `conversation_parts.conversation_parts.*.assigned_to.${field}`,
    reason: 'null in every part of the live answers',
  })),
  ...['email', 'intercom_user_id', 'user_id'].map((field) => ({
    operation: 'GET /events',
    field,
    reason: 'the example is a summary; in the list each event says whose it is',
  })),
  ...['pages', 'pages.next'].map((field) => ({
    operation: 'GET /events',
    field,
    reason: 'the example is a summary with the pages of a list, which the schema of the summary does not have',
  })),
];
