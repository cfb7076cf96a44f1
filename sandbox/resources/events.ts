/** Data events of one contact (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events/lisdataevents). */
import { contactEmail, contactExternalId, contactRole } from '../data/contact.ts';
import type { Resource } from '../define/resource.ts';
import { ApiError, notFound, parameterInvalid } from '../errors.ts';
import { positiveNumber } from '../pages.ts';
import type { Route } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import { eventBody, eventSummaries, listedEvents } from '../workspace/contact-events.ts';
import { eventRows, eventSummaryRows } from '../workspace/truth-activity.ts';
import { existing, find, type Workspace } from '../workspace/workspace.ts';

export const events: Resource = {
  routes: eventRoutes,
  truth: { contact_event_summaries: eventSummaryRows, contact_events: eventRows },
};

function eventRoutes(workspace: Workspace): Route[] {
  return [
    {
      method: 'GET',
      path: '/events',
      scope: 'read_events',
      handle: ({ url }) => {
        const contact = askedFor(workspace, url.searchParams);
        return url.searchParams.get('summary') === 'true' ? summary(workspace, contact) : list(workspace, contact, url);
      },
    },
  ];
}

/** The contact that the query names. Leads have Intercom's id only. Any `type` but `user` is refused, for leads too. */
function askedFor(workspace: Workspace, query: URLSearchParams): number {
  if (query.get('type') !== 'user') throw parameterInvalid('type must be user');
  const [id, externalId, email] = [query.get('intercom_user_id'), query.get('user_id'), query.get('email')];
  if (!id && !externalId && !email) {
    throw new ApiError(400, 'parameter_not_found', 'user_id, email or intercom_user_id is a required parameter');
  }
  const isNamed = (contact: number) =>
    contactRole(workspace.world, contact) === 'user' &&
    (externalId ? contactExternalId(contact) === externalId : contactEmail(contact) === email);
  const found = id ? find(workspace, 'contacts', id) : [...existing(workspace, 'contacts')].find(isNamed);
  if (found === undefined) throw notFound('User Not Found');
  return found;
}

/** `before` is in milliseconds, so that it can separate events of the same second. */
function list(workspace: Workspace, contact: number, url: URL): Body {
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 50, 150);
  const before = positiveNumber(url.searchParams.get('before'), 'before', Number.MAX_SAFE_INTEGER);
  const events = listedEvents(workspace, contact).filter(({ at }) => at < before);
  const shown = events.slice(0, perPage);
  const last = shown.at(-1);
  return {
    type: 'event.list',
    events: shown.map((event) => eventBody(contact, event)),
    pages: events.length > perPage && last ? { next: nextUrl(url, perPage, last.at) } : {},
  };
}

function nextUrl(url: URL, perPage: number, before: number): string {
  const next = new URL(url);
  next.searchParams.set('per_page', String(perPage));
  next.searchParams.set('before', String(before));
  return next.href;
}

function summary(workspace: Workspace, contact: number): Body {
  const { user_id, email, intercom_user_id } = eventBody(contact, { name: '', at: 0 });
  return { type: 'event.summary', events: eventSummaries(workspace, contact), user_id, email, intercom_user_id };
}
