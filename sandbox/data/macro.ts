/** Macros: saved replies of teammates. */
import { decimal, idOf } from './ids.ts';
import { phrase, subjects } from './phrases.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

export const macroIds = decimal(6_400_100, 3);

/** Times are in epoch seconds; the API shows them as text. */
export function macro(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(world.seed, 'macro', ordinal);
  const isShared = world.counts.teams === 0 || choose.chance('shared', 0.7);
  const body = phrase('answers', ordinal);
  return {
    type: 'macro',
    id: macroIds.format(ordinal),
    name: `${subjects[ordinal % subjects.length]} ${ordinal}${revision > 0 ? ` (edited ${revision})` : ''}`,
    body: `<p>Hi <attribute key="user.name" default="there"/>!</p>${body}`,
    body_text: `Hi {{user.name|fallback:"there"}}! ${body.replaceAll(/<[^>]+>/g, '')}`,
    created_at: createdAt,
    updated_at: updatedAt,
    visible_to: isShared ? 'everyone' : 'specific_teams',
    visible_to_team_ids: isShared ? [] : [idOf('team', choose.integer('team', 0, world.counts.teams - 1))],
    available_on: choose.oneOf('available', [['inbox'], ['messenger'], ['inbox', 'messenger']]),
  };
}
