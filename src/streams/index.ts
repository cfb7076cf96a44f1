/** Every stream of this connector. A stream exists by standing here. */

import { companies, companyContacts, companySegments, companyTags } from './companies/index.ts';
import { contactsById } from './contacts/by-id.ts';
import { contactEventSummaries, contactEvents } from './contacts/events.ts';
import { contactCompanies, contacts, contactTags } from './contacts/index.ts';
import { deletedConversations } from './conversations/deleted.ts';
import { conversationContacts, conversations, conversationsById, conversationTags } from './conversations/index.ts';
import { conversationParts } from './conversations/parts.ts';
import { notes, notesById } from './notes/index.ts';
import type { IntercomStream } from './stream.ts';
import { ticketParts, tickets } from './tickets/index.ts';
import { activityLogs } from './workspace/activity-logs.ts';
import { admins, teams } from './workspace/admins.ts';
import { companyAttributes, contactAttributes, conversationAttributes } from './workspace/attributes.ts';
import { counts } from './workspace/counts.ts';
import { segments, tags } from './workspace/labels.ts';

export const streams: readonly IntercomStream[] = [
  admins,
  teams,
  tags,
  segments,
  companyAttributes,
  contactAttributes,
  conversationAttributes,
  activityLogs,
  companies,
  companySegments,
  companyTags,
  companyContacts,
  contacts,
  contactCompanies,
  contactTags,
  contactEvents,
  contactEventSummaries,
  contactsById,
  notes,
  notesById,
  conversations,
  conversationContacts,
  conversationTags,
  conversationParts,
  conversationsById,
  deletedConversations,
  tickets,
  ticketParts,
  counts,
];
