/** Every stream of this connector. A stream exists by standing here. */
import { activityLogs } from './activity-logs.ts';
import { admins, teams } from './admins.ts';
import { companyAttributes, contactAttributes, conversationAttributes } from './attributes.ts';
import { companies, companyContacts, companySegments, companyTags } from './companies.ts';
import { contactEventSummaries, contactEvents } from './contact-events.ts';
import { contactCompanies, contacts, contactTags } from './contacts.ts';
import { contactsById } from './contacts-by-id.ts';
import {
  conversationContacts,
  conversationParts,
  conversations,
  conversationsById,
  conversationTags,
} from './conversations.ts';
import { counts } from './counts.ts';
import { deletedConversations } from './deleted-conversations.ts';
import { segments, tags } from './labels.ts';
import { notes, notesById } from './notes.ts';
import type { IntercomStream } from './stream.ts';
import { ticketParts, tickets } from './tickets.ts';

export const streams: readonly IntercomStream<unknown>[] = [
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
