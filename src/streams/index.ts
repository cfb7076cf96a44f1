/** Every stream of this connector, by family. A stream exists by standing here, or by being made from settings here. */

import type { Settings } from '../config/settings.ts';
import { dataConnectorExecutions, dataConnectors } from './automation/data-connectors.ts';
import { workflowsById } from './automation/workflows.ts';
import { companies, companyContacts, companySegments, companyTags } from './companies/index.ts';
import { contactActivities } from './contacts/activities.ts';
import { contactsById } from './contacts/by-id.ts';
import { contactEventSummaries, contactEvents } from './contacts/events.ts';
import { contactCompanies, contacts, contactTags } from './contacts/index.ts';
import { deletedConversations } from './conversations/deleted.ts';
import { conversationHandlingEvents } from './conversations/handling-events.ts';
import { conversationContacts, conversations, conversationsById, conversationTags } from './conversations/index.ts';
import { conversationParts } from './conversations/parts.ts';
import { sideConversationParts, sideConversations } from './conversations/side.ts';
import { customObjects } from './custom-objects/index.ts';
import { contentItems } from './knowledge/content-items.ts';
import { folders } from './knowledge/folders.ts';
import {
  audiences,
  contentImportSources,
  contentSnippets,
  externalPages,
  internalArticles,
} from './knowledge/index.ts';
import { macros } from './knowledge/macros.ts';
import { notes, notesById } from './notes/index.ts';
import type { IntercomStream } from './stream.ts';
import { ticketParts, tickets } from './tickets/index.ts';
import { activityLogs } from './workspace/activity-logs.ts';
import { admins, teams } from './workspace/admins.ts';
import { companyAttributes, contactAttributes, conversationAttributes } from './workspace/attributes.ts';
import { counts } from './workspace/counts.ts';
import { segments, tags } from './workspace/labels.ts';

/** Streams about one subject. */
export interface Family {
  readonly title: string;
  readonly streams: readonly IntercomStream[];
  /** The streams that settings make, each with a schema of its own. */
  readonly made?: (settings: Settings) => readonly IntercomStream[];
}

export const families: readonly Family[] = [
  {
    title: 'Workspace',
    streams: [
      admins,
      teams,
      tags,
      segments,
      companyAttributes,
      contactAttributes,
      conversationAttributes,
      activityLogs,
    ],
  },
  { title: 'Companies', streams: [companies, companySegments, companyTags, companyContacts] },
  {
    title: 'Contacts',
    streams: [
      contacts,
      contactCompanies,
      contactTags,
      contactEvents,
      contactEventSummaries,
      contactActivities,
      contactsById,
      notes,
      notesById,
    ],
  },
  {
    title: 'Conversations',
    streams: [
      conversations,
      conversationContacts,
      conversationTags,
      conversationParts,
      conversationsById,
      deletedConversations,
      conversationHandlingEvents,
      sideConversations,
      sideConversationParts,
    ],
  },
  { title: 'Tickets', streams: [tickets, ticketParts] },
  { title: 'Custom objects', streams: [], made: customObjects },
  {
    title: 'Knowledge for Fin',
    streams: [
      internalArticles,
      contentSnippets,
      externalPages,
      contentImportSources,
      contentItems,
      audiences,
      macros,
      folders,
    ],
  },
  { title: 'Automation', streams: [dataConnectors, dataConnectorExecutions, workflowsById] },
  { title: 'Counts', streams: [counts] },
];

/** All but the streams that settings make. */
export const streams: readonly IntercomStream[] = families.flatMap((family) => family.streams);

/** The streams that exist under a config. */
export function streamsUnder(settings: Settings): readonly IntercomStream[] {
  return families.flatMap(({ streams: fixed, made }) => [
    ...fixed.filter((stream) => stream.offered?.(settings) ?? true),
    ...(made?.(settings) ?? []),
  ]);
}
