import { describe, expect, it } from 'vitest';
import { admin } from './admin.ts';
import { ordinalOf } from './ids.ts';
import { team } from './team.ts';
import { versions, world } from './test-world.ts';

describe('admins and teams', () => {
  const admins = versions(40).map((version) => admin(world, version));
  const teams = versions(40).map((version) => team(world, version));

  it('are the same each time', () => {
    expect(versions(40).map((version) => admin(world, version))).toEqual(admins);
    expect(versions(40).map((version) => team(world, version))).toEqual(teams);
  });

  it('name only each other, by integers', () => {
    const teamIds = admins.flatMap(({ team_ids }) => team_ids);
    const adminIds = teams.flatMap(({ admin_ids }) => admin_ids);
    const strangeTeams = teamIds.filter((id) => (ordinalOf('team', String(id)) ?? Infinity) >= world.counts.teams);
    const strangeAdmins = adminIds.filter((id) => (ordinalOf('admin', String(id)) ?? Infinity) >= world.counts.admins);
    expect([strangeTeams, strangeAdmins]).toEqual([[], []]);
    expect([...teamIds, ...adminIds].every(Number.isInteger)).toBe(true);
    expect([teamIds.length > 0, adminIds.length > 0]).toEqual([true, true]);
  });
});
