/** The streams made of news items: their labels, reactions and newsfeeds. */
import { childRows } from '../define/child-rows.ts';
import type { Body } from '../workspace/bodies.ts';

const ofNewsItems = { of: 'news_items', parent: 'news_item' } as const;

export const newsItemLabels = childRows({
  ...ofNewsItems,
  stream: 'news_item_labels',
  key: ['position'],
  rows: ({ labels }) => placesOf(labels, 'label'),
});

export const newsItemReactions = childRows({
  ...ofNewsItems,
  stream: 'news_item_reactions',
  key: ['position'],
  rows: ({ reactions }) => placesOf(reactions, 'reaction'),
});

export const newsfeedAssignments = childRows({
  ...ofNewsItems,
  stream: 'newsfeed_assignments',
  key: ['newsfeed_id'],
  rows: ({ newsfeed_assignments: list }) =>
    (list as readonly Body[]).map((each) => ({ ...each, newsfeed_id: String(each.newsfeed_id) })),
});

function placesOf(list: unknown, field: string): readonly Body[] {
  const all = (list as readonly (string | null)[]).map((text, position) => ({ position, [field]: text }));
  return all.filter((row) => row[field] !== null);
}
