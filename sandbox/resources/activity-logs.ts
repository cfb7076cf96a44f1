/** The log of what admins did. */
import { activityLog } from '../data/activity-log.ts';
import { idForms } from '../data/ids.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError, parameterInvalid } from '../errors.ts';
import { numberedPages, positiveNumber } from '../pages.ts';
import type { Call, Route } from '../routes/route.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { eventTypes } from '../workspace/world-facts.ts';

export const activityLogs: Collection = {
  ids: idForms.activityLog,
  count: 300,
  generate: activityLog,
  isLog: true,
  routes: activityLogRoutes,
};

const scope = 'read_admins';

function activityLogRoutes(workspace: Workspace): Route[] {
  return [
    {
      method: 'GET',
      path: '/admins/activity_logs',
      scope,
      handle: (call) => logs(workspace, call, Object.fromEntries(call.url.searchParams)),
    },
    {
      method: 'POST',
      path: '/admins/activity_logs/search',
      scope,
      since: '2.16',
      // The URL of a next page carries page and per_page, and wins over the body.
      handle: (call) => logs(workspace, call, { ...(call.body ?? {}), ...Object.fromEntries(call.url.searchParams) }),
    },
    {
      method: 'GET',
      path: '/admins/activity_log_event_types',
      scope,
      since: '2.16',
      handle: () => ({ type: 'activity_log_event_type.list', event_types: eventTypes() }),
    },
  ];
}

/** Newest first, whatever `sort` says. */
function logs(workspace: Workspace, { url }: Call, filters: Readonly<Record<string, unknown>>): Body {
  if (filters.created_at_after === undefined) {
    throw new ApiError(400, 'parameter_not_found', 'created_at_after is a required parameter');
  }
  const page = positiveNumber(filters.page, 'page', 1);
  const perPage = positiveNumber(filters.per_page, 'per_page', 20, 250);
  const after = time(filters.created_at_after) ?? 0;
  const before = time(filters.created_at_before) ?? Infinity;
  const types = filters.event_types;
  const { live } = workspace.stores.activity_logs;
  const first = live.byCreation.countBefore(after);
  const end = before === Infinity ? live.byCreation.length : live.byCreation.countBefore(before + 1);
  const body = (position: number) => listedBody(workspace, 'activity_logs', live, live.byCreation.at(position));
  const count = Math.max(0, end - first);
  let positions: readonly number[] | undefined;
  if (Array.isArray(types) && types.length > 0) {
    positions = Array.from({ length: count }, (_, i) => end - 1 - i).filter((at) =>
      types.includes(body(at).activity_type),
    );
  }
  const total = positions?.length ?? count;
  const shown: Body[] = [];
  for (let i = (page - 1) * perPage; i < Math.min(total, page * perPage); i++)
    shown.push(body(positions?.[i] ?? end - 1 - i));
  return { type: 'activity_log.list', pages: numberedPages({ page, perPage, total, url }), activity_logs: shown };
}

function time(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const second = Number(value);
  if (!Number.isFinite(second))
    throw parameterInvalid('created_at_after and created_at_before must be UNIX timestamps');
  return Math.floor(second);
}
