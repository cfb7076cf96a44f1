import { describe, expect, it } from 'vitest';
import { contact, contactEmail, contactRole } from './contact.ts';
import { idOf, type Kind, ordinalOf, placeOfNote } from './ids.ts';
import { world as small, versionAt, versions } from './test-world.ts';

const world = { ...small, counts: { ...small.counts, tags: 40, companies: 30, contacts: 600 } };
const all = versions(world.counts.contacts).map((version) => contact(world, version));

const lists = ['tags', 'notes', 'companies', 'opted_out_subscription_types', 'opted_in_subscription_types'] as const;

describe('contact', () => {
  it('is the same each time, and another one for another seed', () => {
    expect(versions(50).map((version) => contact(world, version))).toEqual(all.slice(0, 50));
    expect(versions(50).map((version) => contact({ ...world, seed: 12 }, version))).not.toEqual(all.slice(0, 50));
  });

  it('has complete lists, of records that exist, some of them longer than a contact shows', () => {
    const counts: readonly (readonly [Kind, (typeof lists)[number], number])[] = [
      ['tag', 'tags', world.counts.tags],
      ['company', 'companies', world.counts.companies],
    ];
    for (const [kind, list, count] of counts) {
      const items = all.flatMap((body) => body[list].data);
      expect(items.length, list).toBeGreaterThan(0);
      for (const { id } of items) expect(ordinalOf(kind, id), `${kind} ${id}`).toBeLessThan(count);
    }
    for (const { id: contact, notes } of all) {
      const places = notes.data.map(({ id }) => placeOfNote(id));
      const own = places.map((_, index) => ({ parent: 'contact', ordinal: ordinalOf('contact', contact), index }));
      expect(places).toEqual(own);
    }
    for (const body of all) {
      for (const list of lists) {
        const { data, total_count, has_more, url } = body[list];
        expect([total_count, has_more]).toEqual([data.length, false]);
        expect(url).toMatch(new RegExp(`^/contacts/${body.id}/`));
        expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
      }
    }
    for (const list of ['tags', 'companies', 'notes'] as const) {
      expect(Math.max(...all.map((body) => body[list].total_count)), list).toBeGreaterThan(10);
      expect(Math.min(...all.map((body) => body[list].total_count)), list).toBe(0);
    }
  });

  it('has no time before it was made or after it was changed', () => {
    for (const { created_at, updated_at, ...body } of all) {
      const times = Object.entries(body).filter(([name, at]) => name.endsWith('_at') && at !== null);
      for (const [name, at] of times) {
        expect(at, name).toBeGreaterThanOrEqual(created_at);
        expect(at, name).toBeLessThanOrEqual(updated_at);
      }
    }
  });

  it('is a user or a lead with one role and address, wherever it is named', () => {
    expect(all.map(({ role }) => role)).toEqual(all.map((_, ordinal) => contactRole(world, ordinal)));
    expect(all.map(({ email }) => email)).toEqual(all.map((_, ordinal) => contactEmail(ordinal)));
    expect(new Set(all.map(({ role }) => role))).toEqual(new Set(['user', 'lead']));
  });

  it('changes its name with each revision, and stays itself', () => {
    for (let ordinal = 0; ordinal < 30; ordinal += 1) {
      const lives = [0, 1, 2].map((revision) => contact(world, versionAt(ordinal, revision)));
      expect(new Set(lives.map(({ name }) => name)).size).toBe(lives.length);
      for (const { id, role, email } of lives) {
        expect([id, role, email]).toEqual([idOf('contact', ordinal), lives[0]?.role, lives[0]?.email]);
      }
    }
  });

  it.each(['phone', 'owner_id', 'last_seen_at', 'browser', 'ios_device', 'android_device', 'referrer'] as const)(
    'has a %s now and then, and null otherwise',
    (field) => {
      const filled = all.filter((body) => field in body && Reflect.get(body, field) !== null).length;
      expect(filled).toBeGreaterThan(0);
      expect(filled).toBeLessThan(all.length);
      expect(all.filter((body) => !(field in body))).toEqual([]);
    },
  );
});
