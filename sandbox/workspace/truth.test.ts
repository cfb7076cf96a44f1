import { describe, expect, it } from 'vitest';
import { type Json, searchAll, start } from '../test-client.ts';
import { canonicalHash } from './canonical.ts';
import { truthStreams } from './truth.ts';

describe('truth', () => {
  it('names every row once by its key, with the hash of its body', async () => {
    // Long numbers would not survive being read.
    const client = await start({ text: 'plain' });
    await client.post('/__sandbox/mutate', { operations: [{ op: 'delete', kind: 'conversations' }] });
    for (const stream of truthStreams) {
      const rows = await client.truth(stream);
      expect(rows.length, stream).toBeGreaterThan(0);
      expect(new Set(rows.map(({ key }) => JSON.stringify(key))).size, stream).toBe(rows.length);
      for (const { hash, body } of rows) expect(hash).toBe(canonicalHash(body));
    }
    expect((await client.get('/__sandbox/truth?stream=nothing')).status).toBe(400);
  });

  it('equals the records that searches show', async () => {
    const client = await start({ text: 'plain' });
    await client.post('/__sandbox/mutate', { count: 200, seed: 7 });
    const query = { field: 'updated_at', operator: '>', value: 0 };
    for (const [stream, key] of [
      ['contacts', 'data'],
      ['conversations', 'conversations'],
      ['tickets', 'tickets'],
    ] as const) {
      const found = await searchAll(client, `/${stream}/search`, key, { query }, 150);
      const rows = await client.truth(stream);
      const hashes = (list: readonly string[]) => [...list].sort();
      expect(hashes(found.map(canonicalHash))).toEqual(hashes(rows.map(({ hash }) => hash)));
    }
  });

  it('is the same for the same seed and changes, and another for another seed', async () => {
    const digest = async (seed: number) => {
      const { get, post } = await start({ seed });
      await post('/__sandbox/mutate', { count: 100, seed: 3, advance: 3600 });
      const streams = ['companies', 'contacts', 'conversation_parts', 'contact_tags', 'tickets'];
      const texts = await Promise.all(
        streams.map(async (stream) => (await get(`/__sandbox/truth?stream=${stream}`)).text),
      );
      return canonicalHash(texts);
    };
    const [first, again, other] = await Promise.all([digest(1), digest(1), digest(2)]);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('mutate', () => {
  it('changes the reported records and no others', async () => {
    const client = await start();
    const kinds = ['companies', 'contacts', 'conversations', 'tickets', 'segments', 'activity_logs'] as const;
    const read = async () => {
      const rows = await Promise.all(kinds.map((kind) => client.truth(kind)));
      return new Map(kinds.map((kind, i) => [kind, new Map(rows[i]?.map(({ key, hash }) => [key.id, hash]))]));
    };
    const before = await read();
    const report = (await client.post('/__sandbox/mutate', { count: 300, seed: 7 })).json();
    const after = await read();
    for (const kind of kinds) {
      const old = before.get(kind) ?? new Map();
      const now = after.get(kind) ?? new Map();
      const gone = [...old.keys()].filter((id) => !now.has(id));
      const deleted = (report.deleted as Record<string, string[]>)[kind] ?? [];
      expect(deleted).toEqual(expect.arrayContaining(gone));
      const moved = [...now].filter(([id, hash]) => old.get(id) !== hash).map(([id]) => id);
      const changed = ((report.changed as Record<string, string[]>)[kind] ?? []).filter((id) => now.has(id));
      // A deleted company disappears from its contacts, which do not count as changed.
      if (kind !== 'contacts') expect(new Set(moved)).toEqual(new Set(changed));
      else expect(moved).toEqual(expect.arrayContaining(changed));
      expect(changed.length, kind).toBeGreaterThan(0);
    }
  });

  it('moves the clock first and by a second with each change, unless told otherwise', async () => {
    const { post } = await start({ now: '2026-01-01T00:00:00Z' });
    const began = Date.parse('2026-01-01T00:00:00Z') / 1000;
    const now = async (request: Json) => Number((await post('/__sandbox/mutate', request)).json().now);
    expect(await now({ count: 10 })).toBeLessThan(began + 75);
    expect(await now({ count: 10, advance: 3600, spread: 0 })).toBeGreaterThanOrEqual(began + 3670);
  });

  it('can leave out deletions and kinds', async () => {
    const { post } = await start();
    const report = (await post('/__sandbox/mutate', { count: 100, kinds: ['conversations'], deletes: false })).json();
    expect(Object.keys(report.changed as Json)).toEqual(['conversations']);
    expect(report.deleted).toEqual({});
  });

  it.each([true, false])('adds notes and events at random only where they move updated_at: %s', async (touches) => {
    const { post, truth } = await start({ notesTouch: touches, eventsTouch: touches });
    const existing = new Set([...(await truth('contacts')), ...(await truth('companies'))].map(({ key }) => key.id));
    const sizes = async () => {
      const ids = (await truth('notes')).map(({ body }) => body.contact_id ?? body.company_id);
      return [ids.filter((id) => existing.has(id)).length, (await truth('contact_events')).length];
    };
    const before = await sizes();
    await post('/__sandbox/mutate', { count: 200, kinds: ['contacts', 'companies'], deletes: false });
    expect((await sizes()).map((size, index) => size > (before[index] ?? 0))).toEqual([touches, touches]);
  });

  it.each([true, false])('moves updated_at when it tags: %s', async (taggingTouches) => {
    const { post, truth } = await start({ taggingTouches });
    for (const kind of ['contacts', 'conversations']) {
      const [row] = await truth(kind);
      const tags = async () => (await truth(`${kind.slice(0, -1)}_tags`)).length;
      const before = await tags();
      const [tag] = await truth('tags');
      const unused = (await truth('tags')).map(({ key }) => key.id).reverse();
      const held = JSON.stringify(row?.body.tags);
      const other = unused.find((id) => !held.includes(String(id))) ?? tag?.key.id;
      await post('/__sandbox/mutate', { operations: [{ op: 'tag', kind, id: row?.key.id, with: other }] });
      expect(await tags()).toBe(before + 1);
      const after = (await truth(kind)).find(({ key }) => key.id === row?.key.id);
      expect(after?.updated_at !== row?.updated_at).toBe(taggingTouches);
    }
  });

  it('refuses operations that make no sense', async () => {
    const { post } = await start();
    const status = async (operation: Json) => (await post('/__sandbox/mutate', { operations: [operation] })).status;
    expect(await status({ op: 'explode', kind: 'contacts' })).toBe(400);
    expect(await status({ op: 'update', kind: 'planets' })).toBe(400);
    expect(await status({ op: 'update', kind: 'contacts', id: 'nobody' })).toBe(400);
    expect(await status({ op: 'merge', kind: 'tickets' })).toBe(400);
    expect(await status({ op: 'tag', kind: 'tickets' })).toBe(400);
    expect(await status({ op: 'note', kind: 'tickets' })).toBe(400);
    expect(await status({ op: 'event', kind: 'companies' })).toBe(400);
  });
});
