/**
 * The permission that a call needs, by its name in Intercom's Developer Hub.
 * Source: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/oauth-scopes
 */

/** The first that fits a path counts. */
const PERMISSIONS: readonly (readonly [path: RegExp, name: string])[] = [
  [/^\/admins\/activity_logs(\/|$)/, 'Read admin activity logs'],
  [/^\/admins(\/|$)/, 'Read admins'],
  [/^\/tags(\/|$)|^\/contacts\/[^/]+\/tags$/, 'Read tags'],
  [/^\/conversations(\/|$)/, 'Read conversations'],
  [/^\/(tickets|ticket_types|ticket_states)(\/|$)/, 'Read tickets'],
  [/^\/events(\/|$)/, 'Read events'],
  [/^\/(export|download)\/(content|cancel)(\/|$)/, 'Export content data'],
  [/^\/export\/reporting_data\/get_datasets$/, 'Read reporting datasets'],
  [/^\/(export|download)\/reporting_data(\/|$)/, 'Export reporting data'],
  [/^\/messages(\/|$)/, 'Read conversations'],
  [/^\/(contacts|companies|segments|teams|notes|data_attributes)(\/|$)/, 'Read and list users and companies'],
];

/** `path`: that of a call, with its ids filled in. Undefined where no permission is known to help. */
export function permissionOf(path: string): string | undefined {
  return PERMISSIONS.find(([pattern]) => pattern.test(path))?.[1];
}
