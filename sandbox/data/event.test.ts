import { expect, it } from 'vitest';
import { type DataEvent, eventMetadata, events } from './event.ts';
import { world as small, versionAt, versions } from './test-world.ts';

const world = { ...small, counts: { ...small.counts, contacts: 300 } };
const all = versions(300).map((version) => events(world, version));
const daysAgo = ({ at }: DataEvent) => (world.now * 1000 - at) / 86_400_000;

it('are the same each time, whatever else happens to the contact', () => {
  expect(versions(300).map(({ ordinal }) => events(world, versionAt(ordinal, 2)))).toEqual(all);
  expect(events({ ...world, seed: 12 }, versionAt(2))).not.toEqual(all[2]);
});

it('rise in time, each at a millisecond of its own, no event is before its contact, and no event is about to pass 90 days', () => {
  for (const [ordinal, list] of all.entries()) {
    const times = list.map(({ at }) => at);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    for (const event of list) {
      expect(event.at).toBeGreaterThanOrEqual(versionAt(ordinal).createdAt * 1000);
      expect(daysAgo(event) <= 80.01 || daysAgo(event) >= 94.99, String(daysAgo(event))).toBe(true);
    }
  }
  expect(all.flat().some((event) => daysAgo(event) > 90)).toBe(true);
});

it('are absent for some contacts, and more than a page for the third of many', () => {
  expect(all.filter(({ length }) => length === 0).length).toBeGreaterThan(30);
  expect(all[2]?.filter((event) => daysAgo(event) < 90).length).toBeGreaterThan(50);
});

it('are alike in all that is shown where name and second are', () => {
  const seen = new Map<string, unknown>();
  let equal = 0;
  for (const event of all.flat()) {
    const what = `${event.name} ${Math.floor(event.at / 1000)}`;
    if (seen.has(what)) {
      equal += 1;
      expect(eventMetadata(event)).toEqual(seen.get(what));
    }
    seen.set(what, eventMetadata(event));
  }
  expect(equal).toBeGreaterThan(10);
});
