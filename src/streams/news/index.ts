/** News items with their labels, reactions and newsfeeds: one list for all. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { NewsItem } from '../../generated/news_items.ts';
import { pages } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { readNews } from '../permissions.ts';
import { records, stream } from '../stream.ts';

const newsItemScan = pages<NewsItem>('/news/news_items', {
  object: 'news_item',
  at: 'data',
  perPage: 10,
  cursorField: 'updated_at',
});

const listNewsItems = { permission: readNews, docs: 'news/listnewsitems' };

export const newsItems = stream({
  name: 'news_items',
  sources: [records(newsItemScan)],
  fivetran: ['news_item_history'],
  ...listNewsItems,
});

export const newsItemLabels = stream({
  name: 'news_item_labels',
  sources: [textsOf('labels', 'label')],
  fivetran: ['news_item_label_history'],
  ...listNewsItems,
});

export const newsItemReactions = stream({
  name: 'news_item_reactions',
  sources: [textsOf('reactions', 'reaction')],
  fivetran: ['news_item_reaction_history'],
  ...listNewsItems,
});

export const newsfeedAssignments = stream({
  name: 'newsfeed_assignments',
  sources: [
    childOf(newsItemScan, {
      rows: ({ newsfeed_assignments: list }, run) =>
        objectsIn<Row>(list, run, { name: 'newsfeed_assignments', key: 'newsfeed_id' }).map((each) => ({
          ...each,
          newsfeed_id: keyText(each.newsfeed_id),
        })),
      primaryKey: ['news_item_id', 'newsfeed_id'],
    }),
  ],
  fivetran: ['newsfeed_assignment'],
  ...listNewsItems,
});

export const newsfeeds = stream({
  name: 'newsfeeds',
  sources: [records(pages('/news/newsfeeds', { at: 'data', perPage: 10, cursorField: 'updated_at' }))],
  permission: readNews,
  docs: 'news/listnewsfeeds',
  fivetran: ['newsfeed_history'],
});

/** A list of texts inside a news item, with the place of each in the list. Intercom puts null where there is none. */
function textsOf(list: 'labels' | 'reactions', column: string) {
  return childOf(newsItemScan, {
    rows: (item, run) => textRows(item[list], run, { list, column }),
    primaryKey: ['news_item_id', 'position'],
  });
}

function textRows(
  found: unknown,
  run: Pick<IntercomRun, 'on'>,
  { list, column }: { readonly list: string; readonly column: string },
): readonly Row[] {
  const entries: readonly unknown[] = Array.isArray(found) ? found : [];
  const there = entries
    .map((entry, position): Row => ({ position, [column]: entry }))
    .filter((row) => row[column] !== null);
  const rows = there.filter((row) => typeof row[column] === 'string');
  const odd = Array.isArray(found) ? there.length - rows.length : Number((found ?? null) !== null);
  if (odd > 0) run.on({ type: 'note', reason: `entries of ${list} left out: they are no texts`, count: odd });
  return rows;
}
