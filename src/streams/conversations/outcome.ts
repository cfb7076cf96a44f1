/** How conversations went: ratings, what the AI agent answered from, response times, and the reviews of their quality. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Conversation } from '../../generated/conversations.ts';
import { childOf } from '../child.ts';
import { countedList } from '../counted-list.ts';
import { entriesIn } from '../entries-in.ts';
import { objectsIn } from '../objects-in.ts';
import { readConversations } from '../permissions.ts';
import { type IntercomSource, stream } from '../stream.ts';
import { conversationScan } from './scan.ts';

export const conversationRatings = stream({
  name: 'conversation_ratings',
  sources: [childOf(conversationScan, { rows: ratingRows, primaryKey: ['conversation_id', 'rated'] })],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

/** A rating exists once the contact was asked for it; until the answer, its value is null. */
function ratingRows({ conversation_rating, ai_agent }: Conversation, run: IntercomRun): readonly Row[] {
  const ofTeammate = objectsIn<Row>(conversation_rating ? [conversation_rating] : [], run, {
    name: 'conversation_rating',
    key: null,
  });
  const { rating = null, rating_remark: remark = null, created_at = null, updated_at = null } = ai_agent ?? {};
  const isAsked = [rating, remark, created_at, updated_at].some((value) => value !== null);
  const ofAgent = { rated: 'ai_agent', rating, remark, created_at, updated_at, contact: null, teammate: null };
  return [...ofTeammate.map((each) => ({ rated: 'teammate', ...each })), ...(isAsked ? [ofAgent] : [])];
}

export const conversationAiContentSources = stream({
  name: 'conversation_ai_content_sources',
  sources: [
    childOf(conversationScan, {
      rows: ({ ai_agent }, run) =>
        entriesIn(countedList(ai_agent?.content_sources, 'content_sources', run), 'content_sources', run),
      primaryKey: ['conversation_id', 'position'],
    }),
  ],
  permission: readConversations,
  docs: 'conversations/searchconversations',
  fivetran: ['conversation_ai_agent_content_source'],
});

/** A team may stand in a list several times. */
export const conversationTeamResponseTimes = stream({
  name: 'conversation_team_response_times',
  sources: [childOf(conversationScan, { rows: responseRows, primaryKey: ['conversation_id', 'hours', 'position'] })],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

function responseRows({ statistics }: Conversation, run: IntercomRun): readonly Row[] {
  const lists = [
    ['all', 'assigned_team_first_response_time'],
    ['office', 'assigned_team_first_response_time_in_office_hours'],
  ] as const;
  return lists.flatMap(([hours, name]) => entriesIn(statistics?.[name], name, run).map((time) => ({ ...time, hours })));
}

export const conversationScorecards = stream({
  name: 'conversation_scorecards',
  sources: [reviews('scorecards')],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

export const conversationMonitorEvaluations = stream({
  name: 'conversation_monitor_evaluations',
  sources: [reviews('monitor_evaluations')],
  permission: readConversations,
  docs: 'conversations/searchconversations',
});

/** The search shows reviews only where these streams are read. */
function reviews(list: 'scorecards' | 'monitor_evaluations'): IntercomSource {
  return childOf(conversationScan, {
    rows: ({ [list]: reviewed }, run) => entriesIn(reviewed, list, run),
    primaryKey: ['conversation_id', 'position'],
  });
}
