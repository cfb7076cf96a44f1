/** Every object of Intercom's API that the sandbox serves. An object is served by standing here. */
import type { Route } from '../route.ts';
import type { TruthRow } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { activityLogs } from './activity-logs.ts';
import { admins } from './admins.ts';
import { companies } from './companies.ts';
import { contactSegments } from './contact-segments.ts';
import { contactSubscriptions } from './contact-subscriptions.ts';
import { contacts } from './contacts.ts';
import { conversationAttributes } from './conversation-attributes.ts';
import { conversations } from './conversations.ts';
import { counts } from './counts.ts';
import { dataAttributes } from './data-attributes.ts';
import { events } from './events.ts';
import { mergeHistory } from './merge-history.ts';
import { notes } from './notes.ts';
import type { Resource, Rows } from './resource.ts';
import { segments } from './segments.ts';
import { subscriptionTypes } from './subscription-types.ts';
import { tags } from './tags.ts';
import { teams } from './teams.ts';
import { tickets } from './tickets.ts';

const resources: readonly Resource[] = [
  admins,
  activityLogs,
  teams,
  tags,
  segments,
  dataAttributes,
  conversationAttributes,
  subscriptionTypes,
  companies,
  contacts,
  contactSegments,
  contactSubscriptions,
  mergeHistory,
  notes,
  events,
  conversations,
  tickets,
  counts,
];

export function allRoutes(workspace: Workspace): readonly Route[] {
  return resources.flatMap(({ routes }) => routes(workspace));
}

const streams: Readonly<Record<string, Rows>> = Object.assign({}, ...resources.map(({ truth }) => truth));

export const truthStreams: readonly string[] = Object.keys(streams);

/** Rows of a stream, made one at a time; undefined for an unknown stream. */
export function truth(workspace: Workspace, stream: string): Iterable<TruthRow> | undefined {
  return streams[stream]?.(workspace);
}
