/** What became of contacts (Preview): https://developers.intercom.com/docs/references/2.17/rest-api/api.intercom.io/contacts/listcontactactivities */
import { idOf } from '../data/ids.ts';
import type { Resource } from '../define/resource.ts';
import { ApiError } from '../errors.ts';
import { positiveNumber } from '../pages.ts';
import type { Call } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const contactActivities: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/contacts/activities',
      scope: 'read_users_companies',
      since: '2.17',
      handle: (call) => page(workspace, call),
    },
  ],
  truth: {
    contact_activities: (workspace) =>
      activitiesOf(workspace).map((activity) => {
        const { kind, contact, at } = activity;
        const body = { ...shown(workspace, activity), activity_type: kind, contact_id: contact, created_at: at };
        return row(null, { id: activity.id }, at, body);
      }),
  },
};

interface Activity {
  readonly id: string;
  readonly kind: 'created' | 'merged' | 'deleted';
  readonly contact: string;
  /** Epoch seconds. */
  readonly at: number;
}

/** Oldest first. A contact begins once and ends at most once, so its ordinal gives an id for each. */
function activitiesOf({ stores, endedContacts, mergedInto }: Workspace): readonly Activity[] {
  const { live } = stores.contacts;
  const begun = Array.from({ length: live.size }, (_, ordinal) =>
    activity('created', ordinal, live.createdAt(ordinal)),
  );
  const ended = endedContacts.map(({ ordinal, at }) =>
    activity(mergedInto.has(ordinal) ? 'merged' : 'deleted', ordinal, at),
  );
  return [...begun, ...ended].sort((a, b) => a.at - b.at);
}

function activity(kind: Activity['kind'], ordinal: number, at: number): Activity {
  return {
    id: String(8_000_000 + 2 * ordinal + (kind === 'created' ? 0 : 1)),
    kind,
    contact: idOf('contact', ordinal),
    at,
  };
}

function shown({ options }: Workspace, { id, kind, contact, at }: Activity): Body {
  if (options.contactActivities === 'flat') {
    return { type: 'contact_activity', id, activity_type: kind, contact_id: contact, created_at: at };
  }
  return { type: kind, id, contact: { type: 'contact', id: contact }, created_at: new Date(at * 1000).toISOString() };
}

/** The cursor is the id of the last activity seen. More than 150 a page are taken for 150. */
function page(workspace: Workspace, { url }: Call): Body {
  const perPage = Math.min(150, positiveNumber(url.searchParams.get('per_page'), 'per_page', 50));
  const all = activitiesOf(workspace);
  const after = url.searchParams.get('starting_after');
  const seen = after === null ? -1 : all.findIndex(({ id }) => id === after);
  if (after !== null && seen < 0) throw new ApiError(400, 'client_error', 'Invalid starting_after param');
  const page = all.slice(seen + 1, seen + 1 + perPage);
  const next = seen + 1 + perPage < all.length ? { next: { starting_after: page.at(-1)?.id } } : {};
  const data = page.map((each) => shown(workspace, each));
  return { type: 'list', data, pages: { type: 'pages', per_page: perPage, ...next } };
}
