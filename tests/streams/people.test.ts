/** What hangs on contacts and tickets, under each reading of what Intercom's documentation leaves open. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, rowsOf, runConnector } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { now, startSearch } from '../harness/small-search.ts';
import { readWhole } from '../harness/sync.ts';
import { latestOf, mutate, statsOf, truthOf } from '../harness/truth.ts';

const small = { rateLimit: 100_000, companies: 5, contacts: 420, conversations: 3, tickets: 30 };

async function within<T>(options: Partial<SandboxOptions>, use: (url: string) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ ...small, ...options });
  try {
    return await use(sandbox.url);
  } finally {
    await sandbox.close();
  }
}

/** Compares the rows of a first sync with the truth, whole and each once. */
async function expectTruth(url: string, stream: string, output: Output): Promise<void> {
  const truth = await truthOf(url, stream);
  const rows = rowsOf(output, stream);
  const [{ key } = { key: {} }] = truth.values();
  const latest = latestOf(rows, Object.keys(key), truth);
  expect(output.exitCode).toBe(0);
  expect(rows).toHaveLength(truth.size);
  for (const [each, { body }] of truth) expect(latest.get(each)).toEqual(body);
}

/** What the sync of a stream said about rows that did not come. */
const notesOf = ({ messages }: Output, stream: string) =>
  messages.flatMap(({ log }) => log?.message.split('\n') ?? []).filter((line) => line.startsWith(`${stream}: `));

const readings: readonly (readonly [stream: string, reading: string, Partial<SandboxOptions>, calls: number])[] = [
  ['contact_subscriptions', 'lists that are cut', {}, 12],
  ['contact_subscriptions', 'contacts without these lists', { contactSubscriptions: 'absent' }, 426],
  ['contact_merges', 'histories that are whole', {}, 8],
  ['contact_merges', 'histories that are cut', { mergeHistory: 'cut' }, 8],
  ['contact_custom_objects', 'lists by themselves', { customObjects: 'bare' }, 6],
  ['ticket_types', 'attributes under the key of the schema', { ticketTypeAttributesKey: 'ticket_type_attributes' }, 1],
  ['ticket_type_attributes', 'the same', { ticketTypeAttributesKey: 'ticket_type_attributes' }, 1],
  ['contact_segments', 'segments of several pages', { segments: 2 }, 7],
  ['contact_segments', 'cursors that are offsets', { segments: 2, cursor: 'offset', searchBodies: 'live' }, 7],
  ['contact_segments', 'a search that does not sort', { segments: 2, sort: 'ignored' }, 7],
];

it.each(readings)('%s has every row with %s', async (stream, _, options, most) => {
  await within(options, async (url) => {
    await expectTruth(url, stream, await readHere(stream, { baseUrl: url }));
    expect((await statsOf(url)).calls).toBeLessThanOrEqual(most);
  });
});

it('the fields of tickets have their types with attributes under the key of the schema', async () => {
  await within({ ticketTypeAttributesKey: 'ticket_type_attributes' }, async (url) => {
    const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
    const { messages } = await runConnector('discover', { config }, { baseUrl: url });
    const tickets = messages.flatMap(({ catalog }) => catalog?.streams ?? []).find(({ name }) => name === 'tickets');
    expect(JSON.stringify(tickets?.json_schema)).toContain('"Serial number"');
  });
});

describe('contact_segments', () => {
  it('has only contacts that the stream of contacts has', async () => {
    await within({ contacts: 60 }, async (url) => {
      const after = { start_date: '2025-09-01T00:00:00Z' };
      const output = await readWhole(url, after, 'contacts', 'contact_segments');
      const ids = new Set(rowsOf(output, 'contacts').map(({ id }) => id));
      const wanted = [...(await truthOf(url, 'contact_segments')).values()].filter(({ key }) =>
        ids.has(key.contact_id),
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.length).toBeLessThan((await truthOf(url, 'contact_segments')).size);
      expect(rowsOf(output, 'contact_segments')).toHaveLength(wanted.length);
    });
  });

  it('is read whole each time, and notes a count that the search does not bear out', async () => {
    await within({ segments: 2, indexLag: 600 }, async (url) => {
      const first = await readHere('contact_segments', { baseUrl: url });
      expect(notesOf(first, 'contact_segments').join()).not.toContain('whose count');
      const operations = Array.from({ length: 20 }, () => ({ op: 'create', kind: 'contacts' }));
      await mutate(url, { operations, advance: 0, spread: 0 });
      const second = await readHere('contact_segments', { baseUrl: url });
      expect(rowsOf(second, 'contact_segments')).toHaveLength(rowsOf(first, 'contact_segments').length);
      expect(second.exitCode).toBe(0);
      expect(notesOf(second, 'contact_segments').join()).toContain(
        '2 segments whose count is not that of their search',
      );
      await mutate(url, { advance: 700 });
      await expectTruth(url, 'contact_segments', await readHere('contact_segments', { baseUrl: url }));
    });
  });
});

describe('contact_merges', () => {
  it('asks for the history of merges, which no other stream does, and a merge later is a row', async () => {
    await within({}, async (url) => {
      const first = await readHere('contact_merges', { baseUrl: url });
      const [into, from] = [...(await truthOf(url, 'contacts')).values()].filter(({ body }) => body.role === 'user');
      const operations = [{ op: 'merge', kind: 'contacts', id: from?.key.id, with: into?.key.id }];
      await mutate(url, { operations });
      const state = lastStates(first)[0]?.stream.stream_state as JsonObject;
      const second = await readHere('contact_merges', { baseUrl: url, state });
      expect(rowsOf(second, 'contact_merges')).toContainEqual(
        expect.objectContaining({ contact_id: into?.key.id, source_contact_id: from?.key.id }),
      );
    });
  });

  it('changes no row of contacts', async () => {
    await within({ contacts: 20 }, async (url) => {
      const streams = ['contacts', 'contact_merges'].map((name) => ({ stream: { name }, sync_mode: 'incremental' }));
      const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
      await expectTruth(
        url,
        'contacts',
        await runConnector('read', { config, catalog: { streams } }, { baseUrl: url }),
      );
    });
  });
});

/** A contact and a ticket whose lists are null, absent or of another kind. */
const nothing = ['null', 'absent', 'texts'] as const;
const fields = [
  'social_profiles',
  'merge_history',
  'custom_attributes',
  'opted_in_subscription_types',
  'contacts',
  'linked_objects',
  'ticket_parts',
];
const values = { null: null, absent: undefined, texts: 'text' };

describe.each(nothing)('lists that are %s', (kind) => {
  const record = { id: '1', created_at: now - 5000, updated_at: now - 4000, role: 'lead' };
  const odd = { ...record, ...Object.fromEntries(fields.map((field) => [field, values[kind]])) };

  it.each([
    ['contacts', 'contact_social_profiles'],
    ['contacts', 'contact_merges'],
    ['contacts', 'contact_custom_objects'],
    ['contacts', 'contact_subscriptions'],
    ['tickets', 'ticket_contacts'],
    ['tickets', 'ticket_linked_objects'],
    ['tickets', 'ticket_part_attachments'],
  ])('in %s make no rows of %s', async (resource, stream) => {
    const asked: string[] = [];
    const other = (url: string) => {
      asked.push(url);
      return { type: 'list', data: [odd], total_count: 1 };
    };
    const server = await startSearch({ kind: resource, records: [odd], other });
    try {
      const output = await readHere(stream, { baseUrl: server.url, mode: 'full_refresh' });
      expect(output.exitCode).toBe(0);
      if (stream !== 'contact_subscriptions' || kind !== 'absent') expect(rowsOf(output, stream)).toEqual([]);
      if (stream === 'contact_merges') expect(asked).toContain('/contacts/search?include_merge_history=true');
      else expect(asked.filter((url) => url.includes('merge_history'))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

it('links beyond the 1,000 that Intercom shows are noted', async () => {
  const linked_objects = { data: [{ id: '5', type: 'ticket', category: null }], total_count: 1003, has_more: true };
  const records = [{ id: '1', created_at: now - 5000, updated_at: now - 4000, linked_objects }];
  const server = await startSearch({ kind: 'tickets', records });
  try {
    const output = await readHere('ticket_linked_objects', { baseUrl: server.url });
    expect(rowsOf(output, 'ticket_linked_objects')).toHaveLength(1);
    expect(notesOf(output, 'ticket_linked_objects').join()).toContain('1002 linked objects beyond');
  } finally {
    await server.close();
  }
});
