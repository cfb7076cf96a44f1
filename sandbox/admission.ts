/** Decides whether a call is admitted: by its token, its scopes, its plan, and its API version. */
import { ApiError, notFound } from './errors.ts';
import type { SandboxOptions } from './options.ts';
import type { Route } from './routes/route.ts';

/** Throws 401 `unauthorized` unless the header carries the workspace's token. */
export function authenticate(authorization: string | undefined, token: string): void {
  if (authorization !== `Bearer ${token}`) throw new ApiError(401, 'unauthorized', 'Access Token Invalid');
}

type Admitting = Pick<SandboxOptions, 'scopes' | 'scope401' | 'planLacks' | 'regionLacks'>;

/**
 * Throws 404 where the region lacks the family of endpoints, 403 `api_plan_restricted` where the plan lacks it, and 403 `forbidden` naming the scope
 * that the token lacks, or 401 `token_unauthorized` in its place under `scope401`, as workspaces were seen to answer.
 */
export function authorize({ path, scope }: Route, { scopes, scope401, planLacks, regionLacks }: Admitting): void {
  const isOf = (family: string) => `${path}/`.startsWith(`/${family}/`);
  if (regionLacks.some(isOf)) throw notFound();
  if (planLacks.some(isOf)) throw new ApiError(403, 'api_plan_restricted', 'Active subscription needed.');
  if (scope === undefined || scopes === 'all' || scopes.includes(scope)) return;
  if (scope401) throw new ApiError(401, 'token_unauthorized', 'Not authorized to access resource');
  throw new ApiError(403, 'forbidden', `You do not have the required scope (${scope}) to access this resource`);
}

const newest = 16;

/**
 * Only shapes of 2.16 are served. An older version still hides newer endpoints, as documented for
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/listdeletedconversationids;
 * an unknown version is refused. A call without a version uses the app's own, which is 2.16 here.
 */
export function checkVersion({ since }: Route, header: string | undefined): void {
  if (header === undefined || header === 'Preview' || header === 'Unstable') return;
  const [, major, minor] = /^([12])\.(\d{1,2})$/.exec(header) ?? [];
  const isKnown = major === '1' ? Number(minor) <= 4 : Number(minor) <= newest;
  if (!isKnown) throw new ApiError(400, 'intercom_version_invalid', 'The requested version could not be found');
  const rank = Number(major) * 100 + Number(minor);
  if (since !== undefined && rank < rankOf(since)) {
    throw new ApiError(400, 'intercom_version_invalid', 'Requested resource is not available in current API version.');
  }
}

function rankOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 100 + minor;
}
