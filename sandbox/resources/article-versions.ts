/** The versions of an article, without their texts. */
import { articleVersions as versionsOf } from '../data/article-version.ts';
import { childList } from '../define/child-list.ts';
import { childRows } from '../define/child-rows.ts';
import type { Body } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { articleScope } from './articles.ts';

function versions({ world, stores }: Workspace, ordinal: number): readonly Body[] {
  return versionsOf(world, { ordinal, ...stores.articles.live.row(ordinal) });
}

export const articleVersions = childList({
  of: 'articles',
  list: {
    path: '/articles/{id}/versions',
    scope: articleScope,
    since: '2.16',
    pages: 'numbered',
    size: { usual: 25, max: 50 },
  },
  items: versions,
});

export const articleVersionRows = childRows({
  stream: 'article_versions',
  of: 'articles',
  parent: 'article',
  key: ['id'],
  rows: (_, workspace, ordinal) => versions(workspace, ordinal),
});
