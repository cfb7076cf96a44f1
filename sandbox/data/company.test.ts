import { describe, expect, it } from 'vitest';
import { company, companyReference } from './company.ts';
import { idOf, type Kind, ordinalOf, placeOfNote } from './ids.ts';
import { world as small, versionAt, versions } from './test-world.ts';

const world = { ...small, counts: { ...small.counts, companies: 300 } };
const all = versions(world.counts.companies).map((version) => company(world, version));

function within(kind: Kind, ids: readonly string[], count: number) {
  expect(ids.length, kind).toBeGreaterThan(0);
  const strange = ids.filter((id) => (ordinalOf(kind, id) ?? count) >= count);
  expect(strange, kind).toEqual([]);
}

describe('company', () => {
  it('is the same each time, and another one for another seed', () => {
    expect(versions(50).map((version) => company(world, version))).toEqual(all.slice(0, 50));
    expect(versions(50).map((version) => company({ ...world, seed: 12 }, version))).not.toEqual(all.slice(0, 50));
  });

  it('names only records that exist', () => {
    const { tags, segments, admins, companies } = world.counts;
    const ids = (of: (body: (typeof all)[number]) => readonly { readonly id: string }[]) =>
      all.flatMap((body) => of(body).map(({ id }) => id));
    within(
      'tag',
      ids((body) => body.tags.tags),
      tags,
    );
    within(
      'segment',
      ids((body) => body.segments.segments),
      segments,
    );
    const noted = ids((body) => body.notes.notes).map(placeOfNote);
    expect(noted.length).toBeGreaterThan(0);
    for (const place of noted) expect(place?.parent === 'company' && place.ordinal).toBeLessThan(companies);
    within(
      'admin',
      ids((body) => body.notes.notes.flatMap(({ author }) => author ?? [])),
      admins,
    );
    for (const { id, notes } of all) for (const note of notes.notes) expect(note).toMatchObject({ company: { id } });
  });

  it.each(['remote_created_at', 'last_request_at', 'size', 'website', 'industry'] as const)(
    'has a %s or lacks the field, and never has null',
    (field) => {
      const present = all.filter((body) => field in body);
      expect(present.length).toBeGreaterThan(0);
      expect(present.length).toBeLessThan(all.length);
      for (const body of present) expect(body[field]).not.toBeNull();
    },
  );

  it('has a plan, or an empty object', () => {
    const plans = all.map(({ plan }) => plan);
    expect(plans).toContainEqual({});
    expect(plans).toContainEqual(expect.objectContaining({ type: 'plan', id: expect.any(String) }));
  });

  it('changes its name with each revision, and stays itself', () => {
    const lives = [0, 1, 2].map((revision) => company(world, versionAt(7, revision)));
    expect(new Set(lives.map(({ name }) => name)).size).toBe(3);
    expect(new Set(lives.map(({ id }) => id))).toEqual(new Set([idOf('company', 7)]));
    const { id, company_id, name } = companyReference(world, 7);
    expect(lives[0]).toMatchObject({ id, company_id, name });
  });

  it('stands alone in a workspace that holds nothing else', () => {
    const nothing = { ...world.counts, tags: 0, segments: 0, admins: 0 };
    for (const version of versions(60)) {
      const { tags, segments, notes } = company({ ...world, counts: nothing }, version);
      expect([...tags.tags, ...segments.segments]).toEqual([]);
      for (const note of notes.notes) expect(note).not.toHaveProperty('author');
    }
  });
});
