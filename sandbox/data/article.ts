/** Articles of the help centers, without their statistics. */
import { idOf } from './ids.ts';
import { defaultLocale, otherLocales, translated } from './languages.ts';
import { topics } from './names.ts';
import { type Chooser, chooser } from './random.ts';
import { tag } from './tag.ts';
import type { Version, World } from './world.ts';

export function article(world: World, version: Version) {
  const { ordinal } = version;
  const choose = chooser(world.seed, 'article', ordinal);
  const textsIn = (locale: string) => articleContent(world, version, { choose, locale });
  const { audience_ids, ...texts } = articleTexts(world, version);
  const isMultilingual = otherLocales(choose) !== undefined;
  const collections = choose.several('collections', choose.integer('collection count', 0, 2), world.counts.collections);
  const tags = choose.several('tags', choose.integer('tag count', 0, 2), world.counts.tags);
  return {
    id: idOf('article', ordinal),
    type: 'article',
    workspace_id: 'sandbox',
    parent_ids: collections.map((collection) => Number(idOf('collection', collection))),
    tags: { type: 'tag.list', tags: tags.map((each) => tag(world, { ...version, ordinal: each })) },
    ...texts,
    ...(isMultilingual ? {} : { audience_ids }),
    exclude_from_article_suggestions: choose.chance('excluded', 0.1),
    help_center_audience: choose.oneOf('audience', ['everyone', 'all_users', 'restricted']),
    scheduled_publish_at: choose.chance('publish planned', 0.2) ? version.createdAt + 86_400 : null,
    scheduled_unpublish_at: choose.chance('unpublish planned', 0.2) ? version.createdAt + 7 * 86_400 : null,
    ...translated(choose, 'article_translated_content', textsIn),
  };
}

/** The texts in the default language, which the article itself has, too. */
export function articleTexts(world: World, version: Version) {
  const choose = chooser(world.seed, 'article', version.ordinal);
  const { type: _, ...texts } = articleContent(world, version, { choose, locale: defaultLocale });
  return texts;
}

interface Place {
  readonly choose: Chooser;
  readonly locale: string;
}

/** The language whose texts a revision changes, and in which a draft is staged: not the default one, where there is another. */
function editedLocale(choose: Chooser): string {
  return otherLocales(choose)?.[0] ?? defaultLocale;
}

function articleContent(world: World, { ordinal, revision, createdAt, updatedAt }: Version, { choose, locale }: Place) {
  const isEdited = locale === editedLocale(choose);
  const isPublished = choose.chance('published', 0.8);
  const isStaged = isEdited && isPublished && choose.chance('staged', 0.3);
  const author = Number(idOf('admin', choose.integer('author', 0, Math.max(0, world.counts.admins - 1))));
  const topic = topics[ordinal % topics.length] ?? topics[0];
  const edition = isEdited && revision > 0 ? `, edition ${revision + 1}` : '';
  const title = `${topic} ${ordinal + 1} in ${locale}${edition}`;
  return {
    type: 'article_content',
    title,
    description: choose.chance('described', 0.7) ? `All about ${topic}` : '',
    body: `<p class="no-margin">${title}, step by step.</p>`,
    body_markdown: `${title}, step by step.\n`,
    author_id: author,
    state: isPublished ? 'published' : 'draft',
    created_at: createdAt,
    // A change in another language leaves the time of the default one where it was.
    updated_at: isEdited ? updatedAt : createdAt,
    has_unpublished_changes: isStaged,
    draft_updated_at: isStaged ? updatedAt : null,
    url: isPublished ? `https://help.example.com/${locale}/articles/${idOf('article', ordinal)}` : null,
    ai_chatbot_availability: true,
    ai_copilot_availability: choose.chance('copilot', 0.9),
    ai_sales_agent_availability: false,
    created_by_id: author,
    updated_by_id: author,
    audience_ids: [...choose.several('audiences', 1, 3)],
  };
}

/** The article as it will be when its draft is published; undefined where no draft is staged. */
export function articleDraft(world: World, version: Version) {
  const { tags: _, ...body } = article(world, version);
  const choose = chooser(world.seed, 'article', version.ordinal);
  const staged = articleContent(world, version, { choose, locale: editedLocale(choose) });
  if (!staged.has_unpublished_changes) return undefined;
  const { has_unpublished_changes, draft_updated_at } = staged;
  return { ...body, title: `${body.title}, improved`, has_unpublished_changes, draft_updated_at };
}

/** `conversations`: the name under which Intercom gives the number of conversations. */
export function articleStatistics(world: World, ordinal: number, conversations: 'conversations' | 'conversions') {
  const choose = chooser(world.seed, 'article statistics', ordinal);
  const happy = choose.integer('happy', 0, 50);
  return {
    type: 'article_statistics',
    views: choose.integer('views', 0, 4000),
    [conversations]: choose.integer('conversations', 0, 40),
    reactions: choose.integer('reactions', 0, 90),
    happy_reaction_percentage: happy,
    neutral_reaction_percentage: 50.5,
    sad_reaction_percentage: 49.5 - happy,
    fin_involvements: choose.integer('involvements', 0, 300),
    fin_resolutions: choose.integer('resolutions', 0, 100),
    fin_resolution_rate: choose.integer('rate', 0, 1000) / 10,
  };
}
