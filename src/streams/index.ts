/** Every stream of this connector, by family. A stream exists by standing here. */

import { companies, companyContacts, companySegments, companyTags } from './companies/index.ts';
import { contactsById } from './contacts/by-id.ts';
import { contactCustomObjects, contactSocialProfiles } from './contacts/details.ts';
import { contactEventSummaries, contactEvents } from './contacts/events.ts';
import { contactCompanies, contacts, contactTags } from './contacts/index.ts';
import { contactMerges } from './contacts/merges.ts';
import { contactSegments } from './contacts/segments.ts';
import {
  subscriptionTypeContentTypes,
  subscriptionTypes,
  subscriptionTypeTranslations,
} from './contacts/subscription-types.ts';
import { contactSubscriptions } from './contacts/subscriptions.ts';
import { deletedConversations } from './conversations/deleted.ts';
import { conversationContacts, conversations, conversationsById, conversationTags } from './conversations/index.ts';
import { conversationParts } from './conversations/parts.ts';
import { notes, notesById } from './notes/index.ts';
import type { IntercomStream } from './stream.ts';
import { ticketContacts, ticketLinkedObjects, tickets } from './tickets/index.ts';
import { ticketPartAttachments, ticketParts } from './tickets/parts.ts';
import { ticketStates } from './tickets/states.ts';
import { ticketTypeAttributes, ticketTypeStates, ticketTypes } from './tickets/types.ts';
import { activityLogs } from './workspace/activity-logs.ts';
import { admins, teams } from './workspace/admins.ts';
import {
  companyAttributeOptions,
  contactAttributeOptions,
  conversationAttributeOptions,
} from './workspace/attribute-options.ts';
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
      companyAttributeOptions,
      contactAttributeOptions,
      conversationAttributeOptions,
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
      contactSegments,
      contactSubscriptions,
      contactSocialProfiles,
      contactMerges,
      contactCustomObjects,
      subscriptionTypes,
      subscriptionTypeTranslations,
      subscriptionTypeContentTypes,
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
  {
    title: 'Tickets',
    streams: [
      tickets,
      ticketParts,
      ticketPartAttachments,
      ticketContacts,
      ticketLinkedObjects,
      ticketTypes,
      ticketTypeAttributes,
      ticketStates,
      ticketTypeStates,
    ],
  },
  { title: 'Counts', streams: [counts] },
];

export const streams: readonly IntercomStream[] = families.flatMap((family) => family.streams);
