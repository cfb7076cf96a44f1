/** What Intercom tells of one article at a time: its statistics, its versions and its draft. */
import { type JsonObject, type Row, SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Article } from '../../generated/articles.ts';
import { pages } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { listBelow } from '../list-below.ts';
import { readArticles } from '../permissions.ts';
import { stream } from '../stream.ts';
import { articleScan } from './articles.ts';

/** Every article every time, since statistics change without their article. */
const everyArticle = pages<Article>('/articles', { object: 'article', at: 'data', perPage: 250 });

export const articleStatistics = stream({
  name: 'article_statistics',
  optIn: true,
  sources: [
    childOf(everyArticle, {
      rows: statisticsOf,
      primaryKey: ['article_id'],
      asks: ['GET /articles/{id}'],
      cost: `${everyArticle.cost}, and one for each article, every time`,
    }),
  ],
  permission: readArticles,
  docs: 'articles/retrievearticle',
  fivetran: ['article_history'],
});

async function statisticsOf({ id }: Article, run: IntercomRun): Promise<readonly Row[]> {
  const { statistics } = await run.context.client.ask(run, { method: 'GET', path: `/articles/${id}` });
  return statistics === null || statistics === undefined ? [] : [{ ...(statistics as JsonObject) }];
}

/** All versions of a changed article, since a version that is known may have been published in the meantime. */
export const articleVersions = stream({
  name: 'article_versions',
  optIn: true,
  sources: [
    listBelow(articleScan, {
      path: '/articles/{id}/versions',
      at: 'data',
      perPage: 25,
      primaryKey: ['article_id', 'id'],
    }),
  ],
  permission: readArticles,
  docs: 'articles/listarticleversions',
});

export const articleDrafts = stream({
  name: 'article_drafts',
  optIn: true,
  sources: [
    childOf(articleScan, {
      rows: async (article, run) => (mayHaveDraft(article) ? draftOf(article, run) : []),
      primaryKey: ['article_id'],
      asks: ['GET /articles/{id}/draft'],
      cost: 'one for each changed article with changes that are not published',
    }),
  ],
  permission: readArticles,
  docs: 'articles/retrievearticledraft',
});

/** An article speaks for its default language, and each of its other languages for itself. One that says nothing may have a draft. */
function mayHaveDraft({ has_unpublished_changes: own, translated_content: content }: Article): boolean {
  const isStaged = (texts: unknown) => (texts as JsonObject | null | undefined)?.has_unpublished_changes === true;
  return own !== false || Object.values(content ?? {}).some(isStaged);
}

/** None where the draft was published or discarded since the article was listed. */
async function draftOf({ id }: Article, run: IntercomRun): Promise<readonly Row[]> {
  try {
    return [await run.context.client.ask(run, { method: 'GET', path: `/articles/${id}/draft` })];
  } catch (error) {
    if (error instanceof SkippedError) return [];
    throw error;
  }
}
