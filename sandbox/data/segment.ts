/** Segments of contacts and companies, without their size. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

const names = ['Active', 'New', 'Slipping away', 'Paying', 'On trial', 'Beta testers', 'Large', 'Silent'] as const;

export function segment(world: World, version: Version) {
  const { ordinal, revision } = version;
  const name = names[ordinal % names.length] ?? names[0];
  const choose = chooser(world.seed, 'segment', ordinal);
  return {
    type: 'segment',
    id: idOf('segment', ordinal),
    name: revision === 0 ? name : `${name} (edited ${revision})`,
    created_at: version.createdAt,
    updated_at: version.updatedAt,
    person_type: choose.oneOf('person type', ['contact', 'user']),
  };
}
