/** Articles: the list, one by one with its statistics, and the search. */
import { article, articleStatistics } from '../data/article.ts';
import { idForms } from '../data/ids.ts';
import type { Collection } from '../define/collection.ts';
import { pagedList } from '../pages.ts';
import { allBodies, type Body, fullBody } from '../workspace/bodies.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

export const articleScope = 'read_articles_scope';

export const articles: Collection = {
  ids: idForms.article,
  count: 40,
  generate: article,
  completeOnly: ({ world, options: { shapes } }, ordinal) => ({
    statistics: articleStatistics(world, ordinal, shapes === 'live' ? 'conversations' : 'conversions'),
  }),
  list: {
    path: '/articles',
    scope: articleScope,
    pages: 'numbered',
    size: { usual: 25, max: 250 },
    latestFirst: true,
    shows: ({ articleList }, { state }) => articleList === 'all' || state === 'published',
  },
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/articles/{id}',
      scope: articleScope,
      handle: ({ params }) =>
        fullBody(workspace, 'articles', workspace.stores.articles.live, known(workspace, 'articles', params.id)),
    },
    { method: 'GET', path: '/articles/search', scope: articleScope, handle: ({ url }) => search(workspace, url) },
  ],
};

function search(workspace: Workspace, url: URL): Body {
  const state = url.searchParams.get('state') ?? 'published';
  const phrase = url.searchParams.get('phrase') ?? '';
  const found = allBodies(workspace, 'articles', fullBody).filter(
    (body) => (state === 'all' || body.state === state) && String(body.title).includes(phrase),
  );
  const { data, ...rest } = pagedList(found, url, { usual: 10, max: 50 });
  return { ...rest, data: { articles: data, highlights: [] } };
}
