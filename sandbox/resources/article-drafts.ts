/** The draft of an article: its next state, where changes are staged. */
import { articleDraft } from '../data/article.ts';
import { childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import type { Body } from '../workspace/bodies.ts';
import { known, type Workspace } from '../workspace/workspace.ts';
import { articleScope } from './articles.ts';

function draft({ world, stores }: Workspace, ordinal: number): Body | undefined {
  return articleDraft(world, { ordinal, ...stores.articles.live.row(ordinal) });
}

export const articleDrafts: Resource = {
  ...childRows({
    stream: 'article_drafts',
    of: 'articles',
    parent: 'article',
    key: [],
    rows: (_, workspace, ordinal) => [draft(workspace, ordinal)].filter((body) => body !== undefined),
  }),
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/articles/{id}/draft',
      scope: articleScope,
      since: '2.16',
      handle: ({ params }) => {
        const body = draft(workspace, known(workspace, 'articles', params.id));
        if (body === undefined) throw notFound();
        return body;
      },
    },
  ],
};
