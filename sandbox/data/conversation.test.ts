import { describe, expect, it } from 'vitest';
import { conversation, conversationHead } from './conversation.ts';
import { type Kind, ordinalOf } from './ids.ts';
import { versionAt, versions, world } from './test-world.ts';
import type { Version, World } from './world.ts';

const all = versions(world.counts.conversations).map((version) => conversation(world, version));
const partsOf = (version: Version) => conversation(world, version).conversation_parts.conversation_parts;

function within(kind: Kind, id: unknown, count: number) {
  const ordinal = ordinalOf(kind, String(id));
  expect(ordinal, `${kind} ${id}`).toBeGreaterThanOrEqual(0);
  expect(ordinal, `${kind} ${id}`).toBeLessThan(count);
}

describe('conversation', () => {
  it('is the same each time, and another one for another seed', () => {
    expect(versions(50).map((version) => conversation(world, version))).toEqual(all.slice(0, 50));
    const other = versions(50).map((version) => conversation({ ...world, seed: 12 }, version));
    expect(other).not.toEqual(all.slice(0, 50));
  });

  it('has the head that lists show', () => {
    for (const [ordinal, { conversation_parts: _, ...head }] of all.entries()) {
      expect(conversationHead(world, versionAt(ordinal))).toEqual(head);
    }
  });

  it('has its parts in order of time, within its own times', () => {
    for (const { created_at, updated_at, conversation_parts } of all) {
      const times = conversation_parts.conversation_parts.map((part) => part.created_at);
      const ordered = [created_at, ...times, updated_at];
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    }
  });

  it('has figures that agree with its parts', () => {
    for (const { statistics, created_at, updated_at, conversation_parts } of all) {
      const parts = conversation_parts.conversation_parts;
      expect(conversation_parts.total_count).toBe(parts.length);
      if (statistics === null) continue;
      const closes = parts.filter((part) => part.part_type === 'close').map((part) => part.created_at);
      expect(statistics).toMatchObject({
        count_conversation_parts: parts.length + 1,
        count_reopens: parts.filter((part) => part.part_type === 'open').length,
      });
      const times = Object.entries(statistics).filter(([name]) => name.endsWith('_at'));
      const closed = times.filter(([name]) => name.endsWith('close_at')).map(([, at]) => at);
      expect(closed).toEqual(closes.length > 0 ? [closes[0], closes.at(-1)] : []);
      for (const [name, at] of times) {
        expect(at, name).toBeGreaterThanOrEqual(created_at);
        expect(at, name).toBeLessThanOrEqual(updated_at);
      }
    }
  });

  it('gains a part with each revision, at the time of the change, and keeps those it had', () => {
    for (let ordinal = 0; ordinal < 30; ordinal += 1) {
      for (let revision = 1; revision < 9; revision += 1) {
        const version = versionAt(ordinal, revision);
        const before = partsOf(versionAt(ordinal, revision - 1));
        const after = partsOf(version);
        const told = ({ id, part_type, body, state, author, assigned_to }: (typeof after)[number]) => {
          return { id, part_type, body, state, author, assigned_to };
        };
        expect(after.slice(0, -1).map(told)).toEqual(before.map(told));
        expect(after.at(-1)).toMatchObject({ created_at: version.updatedAt, updated_at: version.updatedAt });
      }
    }
  });

  it('changes its state and its assignee with revisions, as the last part says', () => {
    for (let ordinal = 0; ordinal < 30; ordinal += 1) {
      const lives = [0, 1, 2, 3, 4].map((revision) => conversation(world, versionAt(ordinal, revision)));
      expect(new Set(lives.map(({ state }) => state))).toEqual(new Set(['open', 'closed', 'snoozed']));
      for (const [revision, life] of lives.entries()) {
        const last = life.conversation_parts.conversation_parts.at(-1);
        expect(life.state).toBe(last?.state);
        expect(life.open).toBe(life.state === 'open');
        expect(life.snoozed_until !== null).toBe(life.state === 'snoozed');
        if (revision === 0 || life.admin_assignee_id === 0) continue;
        expect(last?.assigned_to).toEqual({ type: 'admin', id: String(life.admin_assignee_id) });
        expect(life.admin_assignee_id).not.toBe(lives[revision - 1]?.admin_assignee_id);
      }
    }
  });

  it('names only records that exist', () => {
    const { counts } = world;
    const later = all.map((_, ordinal) => conversation(world, versionAt(ordinal, 5)));
    for (const body of [...all, ...later]) {
      for (const { id } of body.contacts.contacts) within('contact', id, counts.contacts);
      for (const { id } of body.teammates?.teammates ?? []) within('admin', id, counts.admins);
      for (const { id } of body.tags.tags) within('tag', id, counts.tags);
      for (const { id } of body.linked_objects.data) within('ticket', id, counts.tickets);
      if (body.company) within('company', body.company.id, counts.companies);
      if (body.admin_assignee_id !== 0) within('admin', body.admin_assignee_id, counts.admins);
      if (body.team_assignee_id !== 0) within('team', body.team_assignee_id, counts.teams);
    }
    for (const list of ['tags', 'contacts', 'teammates', 'linked_objects', 'company'] as const) {
      expect(new Set(all.map((body) => JSON.stringify(body[list]))).size, list).toBeGreaterThan(1);
    }
  });

  it('stands alone in a workspace that holds nothing else', () => {
    const nothing = Object.fromEntries(Object.keys(world.counts).map((name) => [name, 0]));
    const empty: World = { ...world, counts: { ...world.counts, ...nothing } };
    for (const version of versions(60)) {
      const body = conversation(empty, version);
      expect(body).toMatchObject({ admin_assignee_id: 0, team_assignee_id: 0, teammates: null, company: null });
      expect([...body.contacts.contacts, ...body.tags.tags, ...body.linked_objects.data]).toEqual([]);
    }
  });

  it('shares no id of a part with another', () => {
    const ids = all.flatMap((body) => body.conversation_parts.conversation_parts.map((part) => part.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is sometimes longer than Intercom shows, and always so at ordinal 3', () => {
    expect(all[3]?.conversation_parts.total_count).toBeGreaterThan(500);
    const typical = all.filter(({ conversation_parts: { total_count } }) => total_count >= 2 && total_count <= 12);
    expect(typical.length).toBeGreaterThan(all.length * 0.95);
  });

  it.each([
    'title',
    'waiting_since',
    'snoozed_until',
    'first_contact_reply',
    'company',
    'sla_applied',
    'statistics',
    'conversation_rating',
    'ai_agent',
  ] as const)('has a %s now and then', (field) => {
    const filled = all.filter((body) => body[field] !== null).length;
    expect(filled).toBeGreaterThan(0);
    expect(filled).toBeLessThan(all.length);
  });
});
