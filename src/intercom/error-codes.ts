/**
 * The codes in Intercom's error lists and their meanings, which do not depend on the status.
 * Source: https://developers.intercom.com/docs/references/rest-api/errors/error-codes
 */

/**
 * `token`: the token is not accepted; `permission`: the token lacks a permission; `plan`: the workspace's plan does not
 * include the feature; `version`: the version of the API that was asked for does not have it.
 */
export type Refusal = 'token' | 'permission' | 'plan' | 'version';

const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  ['unauthorized', 'token'],
  ['missing_authorization', 'token'],
  ['token_blocked', 'token'],
  ['token_expired', 'token'],
  ['token_not_found', 'token'],
  ['token_revoked', 'token'],
  ['token_suspended', 'token'],
  // Live workspaces answer so, with status 401, where the token lacks a permission.
  ['token_unauthorized', 'permission'],
  ['forbidden', 'permission'],
  ['action_forbidden', 'permission'],
  ['api_plan_restricted', 'plan'],
  ['intercom_version_invalid', 'version'],
]);

const STATUSES: Readonly<Record<string, number>> = {
  request_timeout: 408,
  contact_merged: 410,
  rate_limit_exceeded: 429,
  too_many_requests: 429,
  server_error: 500,
  service_unavailable: 503,
};

/** Which refusal an error is; undefined where it is none. */
export function refusalOf(status: number, code: string): Refusal | undefined {
  return REFUSALS.get(code) ?? (status === 401 || status === 403 ? 'permission' : undefined);
}

/** The status that an answer should have: an error list with a status of 2xx counts as the error that it holds. */
export function statusOf({ status, body }: { readonly status: number; readonly body: unknown }): number | 'good' {
  if (status < 200 || status > 299) return status;
  if (!holdsOnlyErrors(body)) return 'good';
  const { code } = firstError(body);
  const known = STATUSES[code];
  if (known !== undefined) return known;
  return code.endsWith('not_found') && !NAMES_PART_OF_CALL.has(code) ? 404 : status;
}

/** These codes mean that the call is incomplete, not that a record is gone. */
const NAMES_PART_OF_CALL: ReadonlySet<string> = new Set(['parameter_not_found', 'field_not_found']);

function holdsOnlyErrors(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { type, errors } = body as { readonly type?: unknown; readonly errors?: unknown };
  if (type === 'error.list' || type === 'error') return true;
  if (typeof errors !== 'object' || errors === null || Object.keys(errors).length === 0) return false;
  return Object.keys(body).every((key) => key === 'type' || key === 'request_id' || key === 'errors');
}

interface IntercomError {
  readonly code?: unknown;
  readonly message?: unknown;
}

/** The first error of a body in any shape: `errors` may be missing or a map, or the body may be HTML. */
export function firstError(body: unknown): { code: string; message: string } {
  const list = (body as { errors?: unknown } | null)?.errors;
  const first: IntercomError | undefined = Array.isArray(list)
    ? list[0]
    : ((body as IntercomError | null) ?? undefined);
  return { code: text(first?.code), message: text(first?.message) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
