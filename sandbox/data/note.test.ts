import { expect, it } from 'vitest';
import { noteIdOf, ordinalOf, placeOfNote } from './ids.ts';
import { noteIds, notes } from './note.ts';
import { world as small, versionAt, versions } from './test-world.ts';

const world = { ...small, counts: { ...small.counts, contacts: 400 } };
const all = (revision = 0) =>
  (['contact', 'company'] as const).flatMap((parent) =>
    versions(400).map(({ ordinal }) => notes(world, parent, versionAt(ordinal, revision))),
  );

it('are the same each time, whatever else happens to their contact or company', () => {
  expect(all()).toEqual(all());
  expect(all(3)).toEqual(all());
});

it('have ids that no other has, and a time between the creation of their parent and the end of history', () => {
  const listed = all().flat();
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  for (const { id, created_at, author } of listed) {
    const place = placeOfNote(id);
    expect(place && noteIdOf(place.parent, place.ordinal, place.index)).toBe(id);
    expect(created_at).toBeGreaterThanOrEqual(versionAt(place?.ordinal ?? Infinity).createdAt);
    expect(created_at).toBeLessThanOrEqual(world.now);
    expect(ordinalOf('admin', author?.id ?? '')).toBeLessThan(world.counts.admins);
  }
  expect(placeOfNote('1')).toBeUndefined();
});

it('are absent for most, and more than a page for the sixth contact of many', () => {
  const counts = all().map(({ length }) => length);
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(counts.length / 2);
  expect(counts[5]).toBeGreaterThan(60);
  expect(counts.some((count) => count > 10 && count < 30)).toBe(true);
});

it('come after those that were there when they are added', () => {
  const version = { ...versionAt(5), notes: [world.now + 5, world.now + 9] };
  const before = notes(world, 'contact', versionAt(5));
  const after = notes(world, 'contact', version);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ created_at }) => created_at)).toEqual(version.notes);
  expect(noteIds(world, 'contact', version)).toEqual(after.map(({ id }) => id));
});
