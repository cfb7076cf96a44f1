/** Every stream of this connector. A stream exists by standing here. */
import { activityLogs } from './activity-logs.ts';
import { admins, teams } from './admins.ts';
import { companyAttributes, contactAttributes, conversationAttributes } from './attributes.ts';
import { companies, companySegments, companyTags } from './companies.ts';
import { contactCompanies, contacts, contactTags } from './contacts.ts';
import { conversationContacts, conversationParts, conversations, conversationTags } from './conversations.ts';
import { segments, tags } from './labels.ts';
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
  contacts,
  contactCompanies,
  contactTags,
  conversations,
  conversationContacts,
  conversationTags,
  conversationParts,
  tickets,
  ticketParts,
];
