/** Internal articles: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/internal-articles/listinternalarticles */
import { decimal, idOf } from '../data/ids.ts';
import { phrase, subjects } from '../data/phrases.ts';
import { chooser } from '../data/random.ts';
import type { Version, World } from '../data/world.ts';
import type { Collection } from '../define/collection.ts';

const ids = decimal(39, 2);

export const internalArticles: Collection = {
  ids,
  count: 30,
  generate: internalArticle,
  list: {
    path: '/internal_articles',
    scope: 'read_articles',
    since: '2.13',
    pages: 'counted',
    size: { usual: 25, max: 250 },
  },
};

function internalArticle(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(world.seed, 'internal article', ordinal);
  const author = Number(idOf('admin', choose.integer('author', 0, Math.max(0, world.counts.admins - 1))));
  const body = phrase('notes', ordinal + revision);
  return {
    type: 'internal_article',
    id: ids.format(ordinal),
    title: `How we handle: ${subjects[ordinal % subjects.length]}`,
    body,
    body_markdown: body.replaceAll(/<[^>]+>/g, ''),
    owner_id: author,
    author_id: author,
    created_at: createdAt,
    updated_at: updatedAt,
    locale: 'en',
    audience_ids: choose.chance('targeted', 0.3) ? [1] : null,
    ai_chatbot_availability: choose.chance('chatbot', 0.5),
    ai_copilot_availability: true,
    ai_sales_agent_availability: false,
  };
}
