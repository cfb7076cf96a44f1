/** The versions that an article has had. */
import { article } from './article.ts';
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

/** More versions than any article has. */
const most = 4_096;
/** One article has more versions than two pages. */
const busy = { ordinal: 5, versions: 60 };

/** Newest first; each revision of the article adds one. */
export function articleVersions(world: World, version: Version) {
  const { ordinal, revision, createdAt } = version;
  const { id, title, description, author_id } = article(world, version);
  const choose = chooser(world.seed, 'article version', ordinal);
  const first = ordinal === busy.ordinal ? busy.versions : choose.integer('versions', 1, 4);
  const idAt = (index: number) => idOf('articleVersion', ordinal * most + index);
  const versions = Array.from({ length: first + revision }, (_, index) => ({
    type: 'article_version',
    id: idAt(index),
    article_id: id,
    title: `${title}, version ${index + 1}`,
    description,
    author_id: String(author_id),
    created_by_id: index % 3 === 2 ? null : String(author_id),
    created_via: choose.oneOf(`via ${index % 4}`, ['web', 'api']),
    from_version_id: index === 0 ? null : idAt(index - 1),
    state: index % 2 === 0 ? 'published' : 'draft',
    created_at: createdAt + index * 60,
  }));
  return versions.toReversed();
}
