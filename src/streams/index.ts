/** Every stream of this connector, by family. A stream exists by standing here. */

import { companies, companyContacts, companySegments, companyTags } from './companies/index.ts';
import { contactsById } from './contacts/by-id.ts';
import { contactEventSummaries, contactEvents } from './contacts/events.ts';
import { contactCompanies, contacts, contactTags } from './contacts/index.ts';
import { deletedConversations } from './conversations/deleted.ts';
import { conversationContacts, conversations, conversationsById, conversationTags } from './conversations/index.ts';
import { conversationParts } from './conversations/parts.ts';
import { notes, notesById } from './notes/index.ts';
import { contentStats, receiptEvents, receipts, seriesCheckpoints, surveyAnswers } from './outbound/index.ts';
import { whatsappStatuses } from './outbound/whatsapp-statuses.ts';
import { reportingAttributes, reportingDatasets } from './reporting/datasets.ts';
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
    ],
  },
  { title: 'Tickets', streams: [tickets, ticketParts] },
  {
    title: 'Outbound messages',
    streams: [receipts, receiptEvents, surveyAnswers, seriesCheckpoints, contentStats, whatsappStatuses],
  },
  { title: 'Reporting', streams: [reportingDatasets, reportingAttributes] },
  { title: 'Counts', streams: [counts] },
];

export const streams: readonly IntercomStream[] = families.flatMap((family) => family.streams);
