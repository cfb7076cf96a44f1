/** Tags. */
import { idOf } from './ids.ts';
import { topics } from './names.ts';
import type { Version, World } from './world.ts';

export function tag(_: World, { ordinal }: Version) {
  return { type: 'tag', ...tagBasics(ordinal) };
}

/** The fields that every mention of a tag has. */
export function tagBasics(ordinal: number) {
  const round = Math.floor(ordinal / topics.length);
  const topic = topics[ordinal % topics.length] ?? topics[0];
  return { id: idOf('tag', ordinal), name: round === 0 ? topic : `${topic} ${round + 1}` };
}
