/**
 * The permission that a call needs, by its name in Intercom's Developer Hub.
 * Source: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/oauth-scopes
 */

/** The first that fits a path counts. */
const PERMISSIONS: readonly (readonly [path: RegExp, name: string])[] = [
  [/^\/admins\/activity_logs(\/|$)/, 'Read admin activity logs'],
  [/^\/(admins|away_status_reasons)(\/|$)|^\/teams\/[^/]+\/metrics$/, 'Read admins'],
  [/^\/office_hours_schedules(\/|$)/, 'Read and write office hours'],
  [/^\/tags(\/|$)|^\/contacts\/[^/]+\/tags$/, 'Read tags'],
  [/^\/(conversations|calls|fin_voice)(\/|$)/, 'Read conversations'],
  [/^\/brands(\/|$)/, 'Read brands (a guess: Intercom documents no name)'],
  [/^\/emails(\/|$)/, 'Read e-mail settings (a guess: Intercom documents no name)'],
  [/^\/(tickets|ticket_types|ticket_states)(\/|$)/, 'Read tickets'],
  [/^\/events(\/|$)/, 'Read events'],
  [/^\/help_center\/help_centers\/[^/]+\/redirects(\/|$)/, 'Read help center redirects'],
  [/^\/(articles|help_center)(\/|$)/, 'Read and list articles'],
  [/^\/news(\/|$)/, 'Read and list news items and newsfeeds'],
  [/^\/(conversations|macros)(\/|$)/, 'Read conversations'],
  [/^\/(tickets|ticket_types|ticket_states)(\/|$)/, 'Read tickets'],
  [/^\/events(\/|$)/, 'Read events'],
  [/^\/internal_articles(\/|$)/, 'Read and list articles'],
  [/^\/(content|ai|folders)(\/|$)/, 'Read content'],
  [/^\/content_snippets(\/|$)/, 'Read content snippets'],
  [/^\/audiences(\/|$)/, 'Read audiences'],
  [/^\/custom_object_instances(\/|$)/, 'Read and write custom object instances'],
  [/^\/data_connectors(\/|$)/, 'Read data connectors'],
  [/^\/export\/workflows(\/|$)/, 'Read workflows'],
  [/^\/(export|download)\/(content|cancel)(\/|$)/, 'Export content data'],
  [/^\/export\/reporting_data\/get_datasets$/, 'Read reporting datasets'],
  [/^\/(export|download)\/reporting_data(\/|$)/, 'Export reporting data'],
  [/^\/messages(\/|$)/, 'Read conversations'],
  [/^\/(contacts|companies|segments|teams|notes|data_attributes)(\/|$)/, 'Read and list users and companies'],
  [
    /^\/(contacts|companies|segments|teams|notes|data_attributes|subscription_types)(\/|$)/,
    'Read and list users and companies',
  ],
];

/** `path`: that of a call, with its ids filled in. Undefined where no permission is known to help. */
export function permissionOf(path: string): string | undefined {
  return PERMISSIONS.find(([pattern]) => pattern.test(path))?.[1];
}
