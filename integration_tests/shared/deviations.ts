/** Where the sandbox does not do what Intercom's OpenAPI file says, each with its reason. An unused line fails the suite. */

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
    operation: '**/companies**',
    field: '**custom_attributes.renewal_date',
    reason: 'attributes of the type date exist (GET /data_attributes); the schema of companies knows only texts',
  },
];

/** A field of the file's own example that the sandbox does not give. */
export const missingFields: readonly Deviation[] = [];
