/**
 * The codes in Intercom's error lists, and what each is about, whatever status it comes with.
 * Source: https://developers.intercom.com/docs/references/rest-api/errors/error-codes
 */

/** `token`: the token itself; `permission`: one that the token lacks; `plan`: one that the workspace's plan does not include. */
export type Refusal = 'token' | 'permission' | 'plan';

const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  ['unauthorized', 'token'],
  ['missing_authorization', 'token'],
  ['token_blocked', 'token'],
  ['token_expired', 'token'],
  ['token_not_found', 'token'],
  ['token_revoked', 'token'],
  ['token_suspended', 'token'],
  // Live workspaces give it, with status 401, for a permission that the token lacks.
  ['token_unauthorized', 'permission'],
  ['forbidden', 'permission'],
  ['action_forbidden', 'permission'],
  ['api_plan_restricted', 'plan'],
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

/** These say that the call lacks something, not that a record is gone. */
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

/** The first error of a body, whatever shape it came in: `errors` may be missing, a map, or the body HTML. */
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
