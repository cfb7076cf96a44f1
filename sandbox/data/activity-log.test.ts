import { describe, expect, it } from 'vitest';
import { activityLog, eventTypes } from './activity-log.ts';
import { ordinalOf } from './ids.ts';
import { versionAt, versions, world } from './test-world.ts';

describe('activity logs', () => {
  const logs = versions(300).map((version) => activityLog(world, version));

  it('are the same each time, of every type, by admins who exist, when they say', () => {
    expect(versions(300).map((version) => activityLog(world, version))).toEqual(logs);
    expect(new Set(logs.map(({ activity_type }) => activity_type))).toEqual(new Set(eventTypes()));
    for (const [ordinal, { performed_by, created_at, metadata }] of logs.entries()) {
      expect(ordinalOf('admin', performed_by.id)).toBeLessThan(world.counts.admins);
      expect(created_at).toBe(versionAt(ordinal).createdAt);
      expect(Object.keys(metadata).length).toBeGreaterThan(0);
    }
  });
});
