import { describe, expect, it } from 'vitest';
import { conversationHead } from './conversation.ts';
import { type Kind, ordinalOf } from './ids.ts';
import { versionAt, versions, world } from './test-world.ts';
import { ticket } from './ticket.ts';

const all = versions(world.counts.tickets).map((version) => ticket(world, version));

function within(kind: Kind, id: unknown, count: number) {
  const ordinal = ordinalOf(kind, String(id));
  expect(ordinal, `${kind} ${id}`).toBeGreaterThanOrEqual(0);
  expect(ordinal, `${kind} ${id}`).toBeLessThan(count);
}

describe('ticket', () => {
  it('is the same each time, and another one for another seed', () => {
    expect(versions(50).map((version) => ticket(world, version))).toEqual(all.slice(0, 50));
    expect(versions(50).map((version) => ticket({ ...world, seed: 12 }, version))).not.toEqual(all.slice(0, 50));
  });

  it('has its parts in order of time, within its own times', () => {
    for (const { created_at, updated_at, ticket_parts } of all) {
      const ordered = [created_at, ...ticket_parts.ticket_parts.map((part) => part.created_at), updated_at];
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
      expect(ticket_parts.total_count).toBe(ticket_parts.ticket_parts.length);
    }
  });

  it('gains a change of state with each revision, and keeps the parts it had', () => {
    for (let ordinal = 0; ordinal < 30; ordinal += 1) {
      for (let revision = 1; revision < 6; revision += 1) {
        const version = versionAt(ordinal, revision);
        const before = ticket(world, versionAt(ordinal, revision - 1));
        const after = ticket(world, version);
        const parts = after.ticket_parts.ticket_parts;
        const told = ({ created_at: _, updated_at: __, ...part }: (typeof parts)[number]) => part;
        expect(parts.slice(0, -1).map(told)).toEqual(before.ticket_parts.ticket_parts.map(told));
        expect(parts.at(-1)).toMatchObject({
          created_at: version.updatedAt,
          updated_at: version.updatedAt,
          ticket_state: after.ticket_state.category,
          previous_ticket_state: before.ticket_state.category,
        });
        expect(after.previous_ticket_state_id).toBe(before.ticket_state.id);
        expect(after.open).toBe(after.ticket_state.category !== 'resolved');
      }
    }
  });

  it('names only records that exist', () => {
    const { counts } = world;
    const later = all.map((_, ordinal) => ticket(world, versionAt(ordinal, 5)));
    for (const body of [...all, ...later]) {
      for (const { id } of body.contacts.contacts) within('contact', id, counts.contacts);
      if (body.admin_assignee_id !== 0) within('admin', body.admin_assignee_id, counts.admins);
      if (body.team_assignee_id !== 0) within('team', body.team_assignee_id, counts.teams);
      for (const { author } of body.ticket_parts.ticket_parts) {
        if (author.type === 'user') within('contact', author.id, counts.contacts);
        if (author.type === 'admin') within('admin', author.id, counts.admins);
      }
    }
    const authors = all.flatMap((body) => body.ticket_parts.ticket_parts.map((part) => part.author.type));
    expect(new Set(authors)).toEqual(new Set(['admin', 'bot', 'user']));
  });

  it('is linked to a conversation, and to a ticket, that are linked to it', () => {
    const kinds = new Set<string>();
    for (const { id, category, linked_objects } of all) {
      for (const link of linked_objects.data) {
        kinds.add(link.type);
        const { data } =
          link.type === 'conversation'
            ? conversationHead(world, versionAt(ordinalOf('conversation', link.id) ?? -1)).linked_objects
            : (all.find((other) => other.id === link.id)?.linked_objects ?? { data: [] });
        expect(data).toContainEqual({ type: 'ticket', id, category });
      }
    }
    expect([...kinds].toSorted()).toEqual(['conversation', 'ticket']);
  });

  it('has the category and only attributes of its type', () => {
    for (const { category, ticket_type, ticket_attributes } of all) {
      expect(ticket_type.category).toBe(category);
      const declared = ticket_type.ticket_type_attributes.data.map(({ name }) => name);
      expect(Object.keys(ticket_attributes).toSorted()).toEqual(declared.toSorted());
    }
    expect(new Set(all.map(({ category }) => category)).size).toBe(3);
  });

  it('has no photo, a file, or a list of files', () => {
    const photos = all.map(({ ticket_attributes }) => ticket_attributes.Photo);
    expect(photos).toContain(null);
    expect(photos).toContainEqual(expect.objectContaining({ type: 'upload', content_type: 'image/png' }));
    expect(photos.some((photo) => Array.isArray(photo))).toBe(true);
  });

  it('says until when it is snoozed only where it is', () => {
    const snoozed = all.filter((body) => 'snoozed_until' in body);
    expect(snoozed.length).toBeGreaterThan(0);
    expect(snoozed.length).toBeLessThan(all.length / 5);
    for (const body of snoozed) expect(body.snoozed_until).toBeGreaterThan(world.now);
  });

  it('has a number of its own, and parts with ids that no other has', () => {
    expect(new Set(all.map(({ ticket_id }) => ticket_id)).size).toBe(all.length);
    expect(all.filter(({ id, ticket_id }) => id === ticket_id)).toEqual([]);
    const ids = all.flatMap((body) => body.ticket_parts.ticket_parts.map((part) => part.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is longer than Intercom shows at ordinal 3', () => {
    expect(all[3]?.ticket_parts.total_count).toBeGreaterThan(500);
  });
});
