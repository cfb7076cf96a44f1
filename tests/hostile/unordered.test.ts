/** Searches that do not come as they should: in another order, without times, with counts that are wrong, without progress. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { describe, expect, it } from 'vitest';
import { lastStates, type Output, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { type Found, now, type Search, startSearch } from '../harness/small-search.ts';

const kinds = ['contacts', 'conversations', 'tickets'] as const;

async function read(search: Search, { before, mode = 'incremental' }: { before?: Output; mode?: string } = {}) {
  const server = await startSearch(search);
  try {
    const state = before && (lastStates(before)[0]?.stream.stream_state as JsonObject);
    const output = await readHere(search.kind, { baseUrl: server.url, mode, state });
    return { output, ids: rowsOf(output, search.kind).map(({ id }) => String(id)), calls: server.calls() };
  } finally {
    await server.close();
  }
}

const hour = 3600;

/** Records that were made long ago, an hour apart, and changed since `newest` backwards, ten seconds apart. */
function recordsOf(count: number, newest = now - 40 * 24 * hour): Found[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index).padStart(24, '0'),
    created_at: now - 400 * 24 * hour + index * hour,
    updated_at: newest - (count - index) * 10,
  }));
}

/** Each of them changed within the last days before the clock. */
const changed = (records: readonly Found[]) =>
  records.map((record, index) => ({ ...record, updated_at: now - 2 * 24 * hour + index * 100 }));

const idsOf = (records: readonly Found[]) => records.map(({ id }) => id).toSorted();
const errorsOf = ({ messages }: Output) => messages.flatMap(({ trace }) => trace?.error?.message ?? []);

describe.each(kinds)('a search of %s that does not sort', (kind) => {
  it('still emits everything in a first sync and in a full refresh, each once', async () => {
    const records = recordsOf(700).toSorted((a, b) => a.id.at(-1)?.localeCompare(b.id.at(-1) ?? '') ?? 0);
    for (const mode of ['incremental', 'full_refresh']) {
      const { output, ids } = await read({ kind, records, sorts: false }, { mode });
      expect(errorsOf(output)).toEqual([]);
      expect(ids.toSorted(), mode).toEqual(idsOf(records));
    }
  });

  it('still emits everything that changed', async () => {
    const records = recordsOf(700);
    const first = await read({ kind, records });
    const later = changed(records).toSorted((a, b) => a.id.at(-1)?.localeCompare(b.id.at(-1) ?? '') ?? 0);
    const second = await read({ kind, records: later, sorts: false }, { before: first.output });
    expect(second.output.exitCode).toBe(0);
    expect(new Set(second.ids).size).toBe(700);
  });

  it.each([0, 75, 149, 150, 299])('still emits everything where one record is astray at place %i', async (place) => {
    const records = recordsOf(700);
    const first = await read({ kind, records });
    const sorted = changed(records).toSorted((a, b) =>
      kind === 'contacts' ? b.updated_at - a.updated_at : a.updated_at - b.updated_at,
    );
    const [astray] = sorted.splice(650, 1);
    if (astray) sorted.splice(place, 0, astray);
    const second = await read({ kind, records: sorted, sorts: false }, { before: first.output });
    expect(second.output.exitCode).toBe(0);
    expect(new Set(second.ids).size).toBe(700);
  });
});

it.each([2, 40])(
  'a change that moves %i contacts to earlier pages, in a search that does not sort, loses none',
  async (count) => {
    const records = recordsOf(400, now - hour).toSorted((a, b) => a.id.at(-1)?.localeCompare(b.id.at(-1) ?? '') ?? 0);
    const wanted = idsOf(records);
    const first = await read({ kind: 'contacts', records: recordsOf(400) });
    let pages = 0;
    const spoil = (_: number, body: Record<string, unknown>) => {
      pages += 1;
      // After the first page, records of it change: the search shows them last.
      if (pages === 1) records.push(...records.splice(5, count).map((record) => ({ ...record, updated_at: now - 60 })));
      return { body };
    };
    for (const before of [undefined, first.output]) {
      pages = 0;
      const search = { kind: 'contacts', records, sorts: false, spoil };
      const { ids } = await read(search, before ? { before } : {});
      expect([...new Set(ids)].toSorted()).toEqual(wanted);
    }
  },
);

it('one old contact that is astray at the end of a page does not end the changes', async () => {
  const records = recordsOf(700);
  const first = await read({ kind: 'contacts', records });
  const sorted: Found[] = changed(records).toSorted((a, b) => b.updated_at - a.updated_at);
  sorted.splice(149, 0, { id: 'f'.repeat(24), created_at: now - 500 * 24 * hour, updated_at: now - 41 * 24 * hour });
  const second = await read({ kind: 'contacts', records: sorted, sorts: false }, { before: first.output });
  expect(new Set(second.ids).size).toBeGreaterThanOrEqual(700);
});

describe.each(kinds)('%s without a time', (kind) => {
  it.each([undefined, null])(
    'come in a first sync, a full refresh and among changes, and end nothing: %s',
    async (none) => {
      const records = recordsOf(400);
      const odd: Found[] = [
        { id: 'a'.repeat(24), created_at: none as null, updated_at: now - 50 * 24 * hour },
        { id: 'b'.repeat(24), created_at: now - 300 * 24 * hour, updated_at: none as null },
      ];
      const all = [...records.slice(0, 200), ...odd, ...records.slice(200)];
      const first = await read({ kind, records: all });
      expect(errorsOf(first.output)).toEqual([]);
      expect([...new Set(first.ids)].toSorted()).toEqual(idsOf(all));
      const full = await read({ kind, records: all }, { mode: 'full_refresh' });
      expect(full.ids.toSorted()).toEqual(idsOf(all));
      const later: Found[] = changed(records);
      const second = await read(
        { kind, records: [...later.slice(0, 200), ...odd, ...later.slice(200)] },
        { before: first.output },
      );
      expect(second.output.exitCode).toBe(0);
      expect([...new Set(second.ids)].filter((id) => idsOf(records).includes(id))).toHaveLength(400);
      const state = lastStates(second.output)[0]?.stream.stream_state;
      expect(state?.updated_at).toBe(now - 2 * 24 * hour + 399 * 100);
    },
  );
});

describe.each(kinds)('%s that are counted and never shown', (kind) => {
  it('are a warning where they are few, in a full refresh too', async () => {
    const { output, ids } = await read({ kind, records: recordsOf(400), ghosts: 2 }, { mode: 'full_refresh' });
    expect(errorsOf(output)).toEqual([]);
    expect(output.exitCode).toBe(0);
    expect(ids).toHaveLength(400);
    const warnings = output.messages.filter(({ log }) => log?.level === 'WARN').map(({ log }) => log?.message);
    expect(warnings.join()).toContain('counts 2 more records than it shows');
  });

  it('fail the stream where they are many, again and again', async () => {
    const records = recordsOf(400);
    const first = await read({ kind, records, ghosts: 300 });
    expect(first.output.exitCode).toBe(1);
    const second = await read({ kind, records, ghosts: 300 }, { before: first.output });
    expect(second.output.exitCode).toBe(1);
  });
});

describe.each(kinds)('a search of %s without progress', (kind) => {
  const records = recordsOf(600);
  const list = kind === 'contacts' ? 'data' : kind;

  it.each<[string, NonNullable<Search['spoil']>]>([
    [
      'of ever the same page',
      (offset, body) => ({
        body: { ...body, [list]: records.slice(0, 150), pages: { next: { starting_after: String(offset + 1) } } },
      }),
    ],
    [
      'of cursors A, B, A',
      (offset, body) => ({
        body: {
          ...body,
          [list]: records.slice(offset, offset + 3),
          pages: { next: { starting_after: offset === 3 ? '6' : '3' } },
        },
      }),
    ],
    [
      'of empty pages',
      (offset, body) => ({ body: { ...body, [list]: [], pages: { next: { starting_after: String(offset + 1) } } } }),
    ],
  ])('%s breaks off', async (_, spoil) => {
    const { output, calls } = await read({ kind, records, spoil }, { mode: 'full_refresh' });
    expect(output.exitCode).toBe(1);
    expect(errorsOf(output).join()).toContain(`POST /${kind}/search`);
    expect(calls).toBeLessThan(40);
  });

  it('keeps the rows of a last page that names itself as the next one', async () => {
    const spoil: Search['spoil'] = (offset, body) =>
      offset < 450 ? { body } : { body: { ...body, pages: { next: { starting_after: String(offset) } } } };
    const { output, ids } = await read({ kind, records, spoil }, { mode: 'full_refresh' });
    expect(new Set(ids).size, errorsOf(output).join()).toBe(600);
  });

  it.each<[string, (offset: string) => unknown]>([
    ['a number as cursor', (offset) => ({ starting_after: Number(offset) })],
    ['an address with the cursor', (offset) => `https://elsewhere.example/${kind}/search?starting_after=${offset}`],
    ['a text', (offset) => `c${offset}`],
  ])('that names its next page by %s is followed to its end', async (_, form) => {
    const spoil: Search['spoil'] = (_offset, body) => {
      const { next } = body.pages as { next?: { starting_after: string } };
      return { body: { ...body, pages: next ? { next: form(next.starting_after) } : {} } };
    };
    const { output, ids } = await read({ kind, records, spoil }, { mode: 'full_refresh' });
    expect(errorsOf(output)).toEqual([]);
    expect(ids).toHaveLength(600);
  });

  it.each([{ page: 2 }, {}, 7, { starting_after: { id: 1 } }])('that names its next page as %j fails', async (next) => {
    const spoil: Search['spoil'] = (offset, body) => ({ body: offset === 0 ? { ...body, pages: { next } } : body });
    const { output } = await read({ kind, records, spoil }, { mode: 'full_refresh' });
    expect(output.exitCode).toBe(1);
    expect(errorsOf(output).join()).toContain(`POST /${kind}/search names`);
  });

  it('that refuses one cursor is asked again by value', async () => {
    let refused = 0;
    const spoil: Search['spoil'] = (offset, body) => {
      if (offset === 0 || refused > 0) return { body };
      refused += 1;
      return {
        status: 400,
        body: { type: 'error.list', errors: [{ code: 'client_error', message: 'Invalid starting_after param' }] },
      };
    };
    const same = records.map((record) => ({ ...record, created_at: now - 300 * 24 * hour }));
    const { output, ids } = await read({ kind, records: same, spoil }, { mode: 'full_refresh' });
    expect(errorsOf(output)).toEqual([]);
    expect(new Set(ids).size).toBe(600);
    expect(refused).toBe(1);
  });
});
