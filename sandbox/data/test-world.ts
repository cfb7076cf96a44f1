/** A small world, and versions in it, for the tests of the generators. */
import type { Version, World } from './world.ts';

export const world: World = {
  seed: 11,
  counts: {
    admins: 6,
    teams: 3,
    tags: 9,
    segments: 2,
    companies: 25,
    contacts: 60,
    conversations: 400,
    tickets: 150,
    activityLogs: 5,
    collections: 12,
    receipts: 40,
  },
  start: 1_600_000_000,
  now: 1_700_000_000,
  timezone: 'Europe/Dublin',
  region: 'EU',
};

export function versionAt(ordinal: number, revision = 0): Version {
  const createdAt = world.start + ordinal * 200_000;
  // Every tenth record was never touched again.
  const touched = ordinal % 10 === 0 ? 0 : 3_600 * (1 + (ordinal % 200));
  return { ordinal, revision, createdAt, updatedAt: createdAt + touched + revision * 7_200 };
}

/** The first version of each of the first `count` records. */
export function versions(count: number): Version[] {
  return Array.from({ length: count }, (_, ordinal) => versionAt(ordinal));
}
