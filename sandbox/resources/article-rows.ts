/** The streams made of articles: their texts in each language, collections, tags and statistics. */
import { articleTexts } from '../data/article.ts';
import { childRows } from '../define/child-rows.ts';
import { type Body, fullBody, nestedItems } from '../workspace/bodies.ts';
import { translationRows } from '../workspace/translation-rows.ts';

const ofArticles = { of: 'articles', parent: 'article' } as const;

export const articleTranslations = childRows({
  ...ofArticles,
  stream: 'article_translations',
  key: ['locale'],
  rows: (body, { world, stores }, ordinal) =>
    translationRows(body, articleTexts(world, { ordinal, ...stores.articles.live.row(ordinal) })),
});

export const articleCollections = childRows({
  ...ofArticles,
  stream: 'article_collections',
  key: ['collection_id'],
  rows: ({ parent_ids: ids }) => (ids as readonly number[]).map((id) => ({ collection_id: String(id) })),
});

export const articleTags = childRows({
  ...ofArticles,
  stream: 'article_tags',
  key: ['tag_id'],
  rows: (body) => nestedItems(body, 'tags', 'tags').map(({ id, name }) => ({ tag_id: id, name })),
});

export const articleStatistics = childRows({
  ...ofArticles,
  stream: 'article_statistics',
  key: [],
  rows: (_, workspace, ordinal) => [
    fullBody(workspace, 'articles', workspace.stores.articles.live, ordinal).statistics as Body,
  ],
});
