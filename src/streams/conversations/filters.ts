/** The filters of conversations: by state, and by who they are assigned to. */

import type { Settings } from '../../config/settings.ts';
import type { Conversation } from '../../generated/conversations.ts';
import { filter } from '../../intercom/query.ts';
import { type Criterion, fingerprintOf } from '../../scans/filters.ts';
import type { SearchItem } from '../../scans/search/resource.ts';

/** A conversation in a search: with its times. */
export type FoundConversation = Conversation & SearchItem;

export function conversationCriteria({ filters }: Settings): readonly Criterion<FoundConversation>[] {
  const { conversationStates, assignees } = filters;
  const inState: Criterion<FoundConversation> = {
    query: filter('state', 'IN', conversationStates),
    meet: (conversations) => conversations.filter(({ state }) => conversationStates.includes(String(state))),
  };
  const assigned: Criterion<FoundConversation> = {
    query: filter('admin_assignee_id', 'IN', assignees),
    // An unassigned conversation has 0 in this version of the API, and had null before.
    meet: (conversations) =>
      conversations.filter(({ admin_assignee_id }) => assignees.includes(Number(admin_assignee_id ?? 0))),
  };
  return [...(conversationStates.length > 0 ? [inState] : []), ...(assignees.length > 0 ? [assigned] : [])];
}

export function conversationFingerprint({ filters: { conversationStates, assignees } }: Settings): string | undefined {
  return fingerprintOf({ conversationStates, assignees });
}
