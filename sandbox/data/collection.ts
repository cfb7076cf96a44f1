/** The collections that articles stand in; every third stands in another one. */
import { idOf } from './ids.ts';
import { defaultLocale, translated } from './languages.ts';
import { topics } from './names.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

export function collection(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(world.seed, 'collection', ordinal);
  const topic = topics[ordinal % topics.length] ?? topics[0];
  const edition = revision > 0 ? ` (edited ${revision})` : '';
  const textsIn = (locale: string) => ({
    type: 'group_content',
    name: `${topic} in ${locale}${edition}`,
    description: choose.chance(`described ${locale}`, 0.6) ? `Articles about ${topic}` : '',
  });
  const { name, description } = textsIn(defaultLocale);
  const isNested = ordinal % 3 === 2;
  return {
    id: idOf('collection', ordinal),
    workspace_id: 'sandbox',
    name,
    url: `https://help.example.com/collections/${idOf('collection', ordinal)}`,
    order: ordinal + 1,
    created_at: createdAt,
    updated_at: updatedAt,
    description: description === '' ? null : description,
    icon: choose.oneOf('icon', ['bookmark', 'book', 'life-ring']),
    parent_id: isNested ? idOf('collection', ordinal - 1) : null,
    // Only a root collection names its help center.
    help_center_id: isNested ? null : 70 + (ordinal % 2),
    ...translated(choose, 'group_translated_content', textsIn),
  };
}
