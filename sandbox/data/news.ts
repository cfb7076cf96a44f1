/** News items, and the newsfeeds that show them. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

const feeds = ['Customers', 'Visitors', 'Beta testers'] as const;
const labels = ['New', 'Improved', 'Event'] as const;
const emojis = ['👍', '🎉', '❤️', '😕'] as const;

export function newsfeeds({ start }: World) {
  return feeds.map((name, index) => ({
    id: newsfeedId(index),
    type: 'newsfeed',
    name,
    created_at: start + index,
    updated_at: start + index * 86_400,
  }));
}

function newsfeedId(index: number): string {
  return String(198_310 + index);
}

export function newsItem(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(world.seed, 'news item', ordinal);
  const isLive = choose.chance('live', 0.8);
  const shown = choose.several('newsfeeds', choose.integer('newsfeed count', 0, 2), feeds.length);
  const named = choose.several('labels', choose.integer('label count', 0, 2), labels.length);
  const isAnswerable = choose.chance('answerable', 0.7);
  return {
    id: idOf('newsItem', ordinal),
    type: 'news-item',
    workspace_id: 'sandbox',
    title: revision === 0 ? `Release ${ordinal + 1}` : `Release ${ordinal + 1}, corrected ${revision} times`,
    body: '<p>See what is new.</p>',
    sender_id: Number(idOf('admin', choose.integer('sender', 0, Math.max(0, world.counts.admins - 1)))),
    state: isLive ? 'live' : 'draft',
    // A label that was deleted leaves null in its place.
    labels: [...(choose.chance('deleted label', 0.2) ? [null] : []), ...named.map((index) => labels[index])],
    cover_image_url: choose.chance('cover', 0.4) ? `https://static.example.com/news/${ordinal}.png` : null,
    reactions: emojis.map((emoji, index) => (isAnswerable && index < 3 ? emoji : null)),
    deliver_silently: choose.chance('silent', 0.2),
    created_at: createdAt,
    updated_at: updatedAt,
    newsfeed_assignments: shown.map((feed) => ({ newsfeed_id: Number(newsfeedId(feed)), published_at: createdAt })),
  };
}
