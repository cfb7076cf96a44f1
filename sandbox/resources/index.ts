/** All resources that the sandbox simulates. A new one is a file in this folder and a line here. */
import type { Collection } from '../define/collection.ts';
import type { Resource } from '../define/resource.ts';
import { activityLogs } from './activity-logs.ts';
import { admins } from './admins.ts';
import { companies } from './companies.ts';
import { companyContacts } from './company-contacts.ts';
import { companySegments } from './company-segments.ts';
import { companyTags } from './company-tags.ts';
import { contactCompanies } from './contact-companies.ts';
import { contactSegments } from './contact-segments.ts';
import { contactSubscriptions } from './contact-subscriptions.ts';
import { contactTags } from './contact-tags.ts';
import { contacts } from './contacts.ts';
import { contentExport } from './content-export.ts';
import { conversationAttributes } from './conversation-attributes.ts';
import { conversationContacts } from './conversation-contacts.ts';
import { conversationTags } from './conversation-tags.ts';
import { conversations } from './conversations.ts';
import { counts } from './counts.ts';
import { dataAttributes } from './data-attributes.ts';
import { deletedConversations } from './deleted-conversations.ts';
import { events } from './events.ts';
import { mergeHistory } from './merge-history.ts';
import { companyNotes, contactNotes, notes } from './notes.ts';
import { conversationParts, ticketParts } from './parts.ts';
import { reportingExport } from './reporting-export.ts';
import { segments } from './segments.ts';
import { subscriptionTypes } from './subscription-types.ts';
import { tags } from './tags.ts';
import { teams } from './teams.ts';
import { ticketStates } from './ticket-states.ts';
import { ticketTypes } from './ticket-types.ts';
import { tickets } from './tickets.ts';
import { whatsappStatuses } from './whatsapp-statuses.ts';

/** Resources whose records change, by the name of their stream. A new one comes last: the position seeds its times. */
export const collections = {
  admins,
  teams,
  tags,
  segments,
  companies,
  contacts,
  conversations,
  tickets,
  activity_logs: activityLogs,
} satisfies Readonly<Record<string, Collection>>;

/** Resources whose items never change, or hang on the records of a collection. */
export const otherResources: readonly Resource[] = [
  dataAttributes,
  conversationAttributes,
  ticketTypes,
  ticketStates,
  subscriptionTypes,
  companyContacts,
  companySegments,
  companyTags,
  companyNotes,
  contactCompanies,
  contactSegments,
  contactSubscriptions,
  contactTags,
  contactNotes,
  mergeHistory,
  conversationContacts,
  conversationTags,
  conversationParts,
  deletedConversations,
  ticketParts,
  events,
  notes,
  contentExport,
  whatsappStatuses,
  reportingExport,
  counts,
];

/** The name of a collection. */
export type Kind = keyof typeof collections;

export const collectionNames = Object.keys(collections) as readonly Kind[];

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** How many records each collection has at first: options named like the collections, in camel case. */
export type CountOptions = Readonly<Record<CamelCase<Kind>, number>>;

export function countOption<Name extends Kind>(kind: Name): CamelCase<Name> {
  return kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>;
}

export const defaultCounts = Object.fromEntries(
  collectionNames.map((kind) => [countOption(kind), collections[kind].count]),
) as CountOptions;
