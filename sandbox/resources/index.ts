/** All resources that the sandbox simulates. A new one is a file in this folder and a line here. */
import type { Collection } from '../define/collection.ts';
import type { Resource } from '../define/resource.ts';
import { activityLogEventTypes } from './activity-log-event-types.ts';
import { activityLogs } from './activity-logs.ts';
import { admins } from './admins.ts';
import { articleDrafts } from './article-drafts.ts';
import { articleCollections, articleStatistics, articleTags, articleTranslations } from './article-rows.ts';
import { articleVersionRows, articleVersions } from './article-versions.ts';
import { articles } from './articles.ts';
import { companyAttributeOptions, contactAttributeOptions, conversationAttributeOptions } from './attribute-options.ts';
import { awayStatusReasons } from './away-status-reasons.ts';
import { brands, emailSettings } from './brands.ts';
import { calls, callTranscripts } from './calls.ts';
import { collectionTranslations, collections as helpCenterCollections } from './collections.ts';
import { companies } from './companies.ts';
import { companyContacts } from './company-contacts.ts';
import { companySegments } from './company-segments.ts';
import { companyTags } from './company-tags.ts';
import { contactActivities } from './contact-activities.ts';
import { contactCompanies } from './contact-companies.ts';
import { contactCustomObjects, contactSocialProfiles } from './contact-details.ts';
import { contactSegments } from './contact-segments.ts';
import { contactSubscriptions } from './contact-subscriptions.ts';
import { contactTags } from './contact-tags.ts';
import { contacts } from './contacts.ts';
import { contentExport } from './content-export.ts';
import { contentItems } from './content-items.ts';
import { conversationAttributes } from './conversation-attributes.ts';
import { conversationContacts } from './conversation-contacts.ts';
import { conversationHandlingEvents } from './conversation-handling.ts';
import { conversationLists } from './conversation-lists.ts';
import { conversationPartLists } from './conversation-part-lists.ts';
import { conversationTags } from './conversation-tags.ts';
import { conversations } from './conversations.ts';
import { counts } from './counts.ts';
import { devices } from './custom-objects.ts';
import { dataAttributes } from './data-attributes.ts';
import { dataConnectorExecutions } from './data-connector-executions.ts';
import { dataConnectors } from './data-connectors.ts';
import { deletedConversations } from './deleted-conversations.ts';
import { events } from './events.ts';
import { audiences, contentImportSources, contentSnippets, externalPages } from './fin-content.ts';
import { finVoiceCalls } from './fin-voice-calls.ts';
import { folders } from './folders.ts';
import { helpCenterRedirects, helpCenters } from './help-centers.ts';
import { internalArticles } from './internal-articles.ts';
import { macros } from './macros.ts';
import { mergeHistory } from './merge-history.ts';
import { newsfeedAssignments, newsItemLabels, newsItemReactions } from './news-item-rows.ts';
import { newsItems } from './news-items.ts';
import { newsfeeds } from './newsfeeds.ts';
import { companyNotes, contactNotes, notes } from './notes.ts';
import { officeHoursExceptions, officeHoursSchedules } from './office-hours.ts';
import { conversationParts, ticketParts } from './parts.ts';
import { reportingExport } from './reporting-export.ts';
import { segments } from './segments.ts';
import { sideConversations } from './side-conversations.ts';
import { subscriptionTypeContentTypes, subscriptionTypes, subscriptionTypeTranslations } from './subscription-types.ts';
import { tags } from './tags.ts';
import { teamAdmins, teamMetrics } from './team-admins.ts';
import { teams } from './teams.ts';
import { ticketContacts, ticketLinkedObjects, ticketPartAttachments } from './ticket-details.ts';
import { ticketStates } from './ticket-states.ts';
import { ticketTypeAttributes, ticketTypeStates, ticketTypes } from './ticket-types.ts';
import { tickets } from './tickets.ts';
import { whatsappStatuses } from './whatsapp-statuses.ts';
import { workflows } from './workflows.ts';
import { workspaces } from './workspaces.ts';

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
  calls,
  articles,
  collections: helpCenterCollections,
  news_items: newsItems,
  internal_articles: internalArticles,
  macros,
  data_connectors: dataConnectors,
  custom_object_device: devices,
} satisfies Readonly<Record<string, Collection>>;

/** Resources whose items never change, or hang on the records of a collection. */
export const otherResources: readonly Resource[] = [
  dataAttributes,
  conversationAttributes,
  companyAttributeOptions,
  contactAttributeOptions,
  conversationAttributeOptions,
  ticketTypes,
  ticketTypeAttributes,
  ticketTypeStates,
  ticketStates,
  subscriptionTypes,
  subscriptionTypeTranslations,
  subscriptionTypeContentTypes,
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
  contactSocialProfiles,
  contactCustomObjects,
  conversationContacts,
  conversationTags,
  ...conversationLists,
  conversationParts,
  ...conversationPartLists,
  deletedConversations,
  ticketParts,
  ticketPartAttachments,
  ticketContacts,
  ticketLinkedObjects,
  events,
  notes,
  contentExport,
  whatsappStatuses,
  reportingExport,
  counts,
  workspaces,
  teamAdmins,
  teamMetrics,
  awayStatusReasons,
  brands,
  emailSettings,
  officeHoursSchedules,
  officeHoursExceptions,
  activityLogEventTypes,
  callTranscripts,
  finVoiceCalls,
  articleTranslations,
  articleCollections,
  articleTags,
  articleStatistics,
  articleVersions,
  articleVersionRows,
  articleDrafts,
  collectionTranslations,
  helpCenters,
  helpCenterRedirects,
  newsfeeds,
  newsItemLabels,
  newsItemReactions,
  newsfeedAssignments,
  contentSnippets,
  externalPages,
  contentImportSources,
  contentItems,
  audiences,
  dataConnectorExecutions,
  workflows,
  conversationHandlingEvents,
  sideConversations,
  contactActivities,
  folders,
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
