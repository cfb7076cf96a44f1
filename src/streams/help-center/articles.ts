/** Articles in all states and languages, and the collections and tags that they have: one list for all. */
import { ConfigError, endsSync, SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Article } from '../../generated/articles.ts';
import { UnexpectedAnswer } from '../../intercom/errors.ts';
import { pages } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { readArticles } from '../permissions.ts';
import { relation } from '../relation.ts';
import { records, stream } from '../stream.ts';
import { translationsOf } from './translations.ts';

/** Read to its end every time: `updated_at` of an article is that of its default language, and the others change without it. */
export const articleScan = pages<Article>('/articles', {
  object: 'article',
  at: 'data',
  perPage: 250,
  cursorField: 'updated_at',
  counted: { by: 'GET /articles/search', count: countBySearch },
});

/** Whether the list shows drafts is undocumented; the search counts all. Where it cannot be asked, nothing is compared. */
async function countBySearch(run: IntercomRun): Promise<number | undefined> {
  const call = { method: 'GET', path: '/articles/search', query: { state: 'all' } } as const;
  try {
    const { total_count: total } = await run.context.client.ask(run, call);
    return typeof total === 'number' ? total : undefined;
  } catch (error) {
    const refused = error instanceof SkippedError || error instanceof UnexpectedAnswer || error instanceof ConfigError;
    if (!refused || endsSync(error)) throw error;
    return undefined;
  }
}

export const articles = stream({
  name: 'articles',
  sources: [records(articleScan)],
  permission: readArticles,
  docs: 'articles/listarticles',
  fivetran: ['article_history'],
});

export const articleTranslations = stream({
  name: 'article_translations',
  sources: [
    childOf(articleScan, {
      rows: translationsOf([
        'title',
        'description',
        'body',
        'body_markdown',
        'author_id',
        'state',
        'created_at',
        'updated_at',
        'has_unpublished_changes',
        'draft_updated_at',
        'url',
        'audience_ids',
        'ai_chatbot_availability',
        'ai_copilot_availability',
        'ai_sales_agent_availability',
        'created_by_id',
        'updated_by_id',
      ]),
      primaryKey: ['article_id', 'locale'],
    }),
  ],
  permission: readArticles,
  docs: 'articles/listarticles',
});

export const articleCollections = stream({
  name: 'article_collections',
  sources: [
    relation(articleScan, {
      child: 'collection',
      list: 'parent_ids',
      children: ({ parent_ids: ids }) => (Array.isArray(ids) ? ids.map((id) => ({ id })) : ids),
      columns: () => ({}),
    }),
  ],
  permission: readArticles,
  docs: 'articles/listarticles',
});

export const articleTags = stream({
  name: 'article_tags',
  sources: [
    relation(articleScan, {
      child: 'tag',
      list: 'tags',
      children: ({ tags }) => tags?.tags,
      columns: ({ name = null }) => ({ name }),
    }),
  ],
  permission: readArticles,
  docs: 'articles/listarticles',
});
