/** Every stream of this connector, by family. A stream exists by standing here. */

import type { Settings } from '../config/settings.ts';
import { dataConnectorExecutions, dataConnectors } from './automation/data-connectors.ts';
import { workflowsById } from './automation/workflows.ts';
import { finVoiceCalls } from './calls/fin-voice.ts';
import { calls, callTranscripts } from './calls/index.ts';
import { companies, companyContacts, companySegments, companyTags } from './companies/index.ts';
import { contactActivities } from './contacts/activities.ts';
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
import { conversationHandlingEvents } from './conversations/handling-events.ts';
import { conversationContacts, conversations, conversationsById, conversationTags } from './conversations/index.ts';
import {
  conversationAdmins,
  conversationCustomObjects,
  conversationExternalReferences,
  conversationLinkedObjects,
  conversationTopics,
} from './conversations/lists.ts';
import {
  conversationAiContentSources,
  conversationMonitorEvaluations,
  conversationRatings,
  conversationScorecards,
  conversationTeamResponseTimes,
} from './conversations/outcome.ts';
import {
  conversationPartAttachments,
  conversationPartEmailHeaders,
  conversationPartTags,
} from './conversations/part-lists.ts';
import { conversationParts } from './conversations/parts.ts';
import { sideConversationParts, sideConversations } from './conversations/side.ts';
import { conversationSourceAddresses, conversationSourceAttachments } from './conversations/source.ts';
import { customObjects } from './custom-objects/index.ts';
import { articleDrafts, articleStatistics, articleVersions } from './help-center/article-details.ts';
import { articleCollections, articles, articleTags, articleTranslations } from './help-center/articles.ts';
import { collections, collectionTranslations } from './help-center/collections.ts';
import { helpCenterRedirects, helpCenters } from './help-center/help-centers.ts';
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
import { newsfeedAssignments, newsfeeds, newsItemLabels, newsItemReactions, newsItems } from './news/index.ts';
import { notes, notesById } from './notes/index.ts';
import { contentStats, receiptEvents, receipts, seriesCheckpoints, surveyAnswers } from './outbound/index.ts';
import { whatsappStatuses } from './outbound/whatsapp-statuses.ts';
import { reportingAttributes, reportingDatasets } from './reporting/datasets.ts';
import { reportingStreams } from './reporting/export.ts';
import type { IntercomStream } from './stream.ts';
import { ticketContacts, ticketLinkedObjects, tickets } from './tickets/index.ts';
import { ticketPartAttachments, ticketParts } from './tickets/parts.ts';
import { ticketStates } from './tickets/states.ts';
import { ticketTypeAttributes, ticketTypeStates, ticketTypes } from './tickets/types.ts';
import { activityLogEventTypes } from './workspace/activity-log-event-types.ts';
import { activityLogs } from './workspace/activity-logs.ts';
import { admins, teamAdmins, teams } from './workspace/admins.ts';
import {
  companyAttributeOptions,
  contactAttributeOptions,
  conversationAttributeOptions,
} from './workspace/attribute-options.ts';
import { companyAttributes, contactAttributes, conversationAttributes } from './workspace/attributes.ts';
import { awayStatusReasons } from './workspace/away-status-reasons.ts';
import { brands, emailSettings } from './workspace/brands.ts';
import { counts } from './workspace/counts.ts';
import { segments, tags } from './workspace/labels.ts';
import { officeHoursExceptions, officeHoursSchedules } from './workspace/office-hours.ts';
import { teamMetrics } from './workspace/team-metrics.ts';
import { workspaces } from './workspace/workspace.ts';

/** Streams about one subject. */
export interface Family {
  readonly title: string;
  readonly streams: readonly IntercomStream[];
  /** Streams that settings make, such as one for each type of custom objects. */
  readonly made?: (settings: Settings) => readonly IntercomStream[];
}

export const families: readonly Family[] = [
  {
    title: 'Workspace',
    streams: [
      workspaces,
      admins,
      teams,
      teamAdmins,
      teamMetrics,
      awayStatusReasons,
      brands,
      emailSettings,
      officeHoursSchedules,
      officeHoursExceptions,
      tags,
      segments,
      companyAttributes,
      contactAttributes,
      conversationAttributes,
      companyAttributeOptions,
      contactAttributeOptions,
      conversationAttributeOptions,
      activityLogs,
      activityLogEventTypes,
    ],
  },
  { title: 'Companies', streams: [companies, companySegments, companyTags, companyContacts] },
  {
    title: 'Contacts',
    streams: [
      contacts,
      contactCompanies,
      contactTags,
      contactSegments,
      contactSubscriptions,
      contactSocialProfiles,
      contactMerges,
      contactCustomObjects,
      contactEvents,
      contactEventSummaries,
      contactActivities,
      contactsById,
      notes,
      notesById,
      subscriptionTypes,
      subscriptionTypeTranslations,
      subscriptionTypeContentTypes,
    ],
  },
  {
    title: 'Conversations',
    streams: [
      conversations,
      conversationContacts,
      conversationAdmins,
      conversationTags,
      conversationTopics,
      conversationRatings,
      conversationLinkedObjects,
      conversationAiContentSources,
      conversationTeamResponseTimes,
      conversationSourceAttachments,
      conversationSourceAddresses,
      conversationExternalReferences,
      conversationScorecards,
      conversationMonitorEvaluations,
      conversationCustomObjects,
      conversationParts,
      conversationPartAttachments,
      conversationPartTags,
      conversationPartEmailHeaders,
      conversationHandlingEvents,
      sideConversations,
      sideConversationParts,
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
      ticketTypeStates,
      ticketStates,
    ],
  },
  {
    title: 'Help center',
    streams: [
      articles,
      articleTranslations,
      articleCollections,
      articleTags,
      articleStatistics,
      articleVersions,
      articleDrafts,
      collections,
      collectionTranslations,
      helpCenters,
      helpCenterRedirects,
    ],
  },
  { title: 'News', streams: [newsItems, newsItemLabels, newsItemReactions, newsfeeds, newsfeedAssignments] },
  { title: 'Calls', streams: [calls, callTranscripts, finVoiceCalls] },
  {
    title: 'Outbound messages',
    streams: [receipts, receiptEvents, surveyAnswers, seriesCheckpoints, contentStats, whatsappStatuses],
  },
  { title: 'Reporting', streams: [reportingDatasets, reportingAttributes], made: reportingStreams },
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
