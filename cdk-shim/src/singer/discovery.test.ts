import { describe, expect, it } from 'vitest';
import { catalogOf, messagesIn, rowsOf, runTap, typesOf } from '../fixtures/run-tap.ts';

const config = { token: 'hush' };

describe('discovery', () => {
  it('writes a catalog that selects nothing and has metadata for every column', async () => {
    const { stdout, stderr, exitCode } = await runTap({ config, state: {} }, ['--discover']);
    const [numbers, squares] = JSON.parse(stdout).streams;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(numbers).toMatchObject({
      tap_stream_id: 'numbers',
      stream: 'numbers',
      key_properties: ['n'],
      replication_key: 'seen_at',
      replication_method: 'INCREMENTAL',
    });
    expect(squares).toMatchObject({ tap_stream_id: 'squares', replication_method: 'FULL_TABLE' });
    expect(squares).not.toHaveProperty('replication_key');
    const available = { inclusion: 'available' };
    const automatic = { inclusion: 'automatic' };
    expect(numbers.metadata).toEqual([
      {
        breadcrumb: [],
        metadata: { ...available, 'table-key-properties': ['n'], 'valid-replication-keys': ['seen_at'] },
      },
      { breadcrumb: ['properties', 'n'], metadata: automatic },
      { breadcrumb: ['properties', 'seen_at'], metadata: automatic },
      { breadcrumb: ['properties', 'inside'], metadata: available },
      { breadcrumb: ['properties', 'inside', 'properties', 'made_at'], metadata: available },
      { breadcrumb: ['properties', 'inside', 'properties', 'kind'], metadata: available },
      { breadcrumb: ['properties', 'list'], metadata: available },
      { breadcrumb: ['properties', '_sdc_deleted_at'], metadata: automatic },
    ]);
    expect(squares.metadata[0].metadata['forced-replication-method']).toBe('FULL_TABLE');
  });
});

describe('a sync', () => {
  it('without a catalog writes schema, rows and state of all streams, and activates versions at the end', async () => {
    const { stdout, exitCode } = await runTap({ config });
    const messages = messagesIn(stdout);
    expect(exitCode).toBe(0);
    expect(typesOf(messages, 'numbers')).toEqual(['SCHEMA', 'RECORD', 'RECORD', 'RECORD']);
    expect(typesOf(messages, 'squares')).toEqual(['SCHEMA', 'RECORD', 'RECORD', 'RECORD', 'ACTIVATE_VERSION']);
    expect(typesOf(messages).slice(-2)).toEqual(['ACTIVATE_VERSION', 'STATE']);
    expect(messages.at(-1)?.value).toEqual({ bookmarks: { numbers: { last: 3 } }, currently_syncing: null });
    const versions = messages
      .filter(({ stream, type }) => stream === 'squares' && type !== 'SCHEMA')
      .map(({ version }) => version);
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]).toBeGreaterThan(1_700_000_000_000);
    expect(messages.filter(({ stream, version }) => stream === 'numbers' && version)).toEqual([]);
  });

  it('writes times as date-times at any depth, and the marker of deleted rows under its Singer name', async () => {
    const messages = messagesIn((await runTap({ config })).stdout);
    const [first, second, third] = rowsOf(messages, 'numbers');
    const made_at = '2001-09-09T01:46:40Z';
    const list = [{ put_at: '1970-01-01T00:00:01Z' }];
    expect(first).toEqual({ n: 1, seen_at: '2023-11-14T22:13:21Z', inside: { made_at, kind: 'x' }, list, extra: 'e' });
    expect(second).not.toHaveProperty('inside');
    expect(third).toMatchObject({ inside: { made_at: null }, _sdc_deleted_at: '2023-11-14T22:13:23.000Z' });
    expect(third).not.toHaveProperty('_ab_cdc_deleted_at');
    const { properties } = messages.find(({ type }) => type === 'SCHEMA')?.schema ?? {};
    expect(properties).toMatchObject({
      seen_at: { type: 'string', format: 'date-time', description: 'When it was seen, as a date-time.' },
      inside: { properties: { made_at: { type: ['string', 'null'], format: 'date-time' } } },
      list: { items: { properties: { put_at: { format: 'date-time' } } } },
    });
  });

  it('continues from its saved state, and keeps the states of other streams', async () => {
    const state = { bookmarks: { numbers: { last: 2 }, elsewhere: { updated_at: 7 } }, currently_syncing: 'numbers' };
    const messages = messagesIn((await runTap({ config, state, catalog: await catalogOf({ numbers: 'all' }) })).stdout);
    expect(rowsOf(messages, 'numbers').map(({ n }) => n)).toEqual([3]);
    expect(messages.at(-1)?.value).toEqual({
      bookmarks: { numbers: { last: 3 }, elsewhere: { updated_at: 7 } },
      currently_syncing: null,
    });
    const again = await runTap({ config, state: messages.at(-1)?.value });
    expect(rowsOf(messagesIn(again.stdout), 'numbers')).toEqual([]);
  });

  it('names the stream that it reads in each state', async () => {
    const messages = messagesIn(
      (await runTap({ config: { ...config, up_to: 30 }, catalog: await catalogOf({ numbers: 'all' }) })).stdout,
    );
    const states = messages.flatMap(({ value }) => (value ? [[value.bookmarks.numbers, value.currently_syncing]] : []));
    expect(states.slice(0, 2)).toEqual([
      [{ last: 10 }, 'numbers'],
      [{ last: 20 }, 'numbers'],
    ]);
    expect(states.at(-1)).toEqual([{ last: 30 }, null]);
  });

  it('writes only selected and automatic columns', async () => {
    const catalog = await catalogOf({ numbers: ['properties.inside', 'properties.inside.properties.kind'] });
    const messages = messagesIn((await runTap({ config, catalog })).stdout);
    expect(messages.filter(({ stream }) => stream === 'squares')).toEqual([]);
    const { properties, required } = messages[0]?.schema ?? { properties: {} };
    expect(Object.keys(properties).toSorted()).toEqual(['_sdc_deleted_at', 'inside', 'n', 'seen_at']);
    expect(required).toEqual(['n']);
    expect(rowsOf(messages, 'numbers')[0]).toEqual({ n: 1, seen_at: '2023-11-14T22:13:21Z', inside: { kind: 'x' } });
  });

  it('reads all of a stream with FULL_TABLE, and activates its version', async () => {
    const catalog = await catalogOf({ numbers: 'all' });
    for (const { breadcrumb, metadata } of catalog.streams.flatMap((stream) => stream.metadata)) {
      if (breadcrumb.length === 0) metadata['replication-method'] = 'FULL_TABLE';
    }
    const messages = messagesIn(
      (await runTap({ config, catalog, state: { bookmarks: { numbers: { last: 3 } } } })).stdout,
    );
    expect(rowsOf(messages, 'numbers')).toHaveLength(3);
    expect(typesOf(messages, 'numbers').at(-1)).toBe('ACTIVATE_VERSION');
  });

  it('activates no version of an incomplete stream, and none if the config turns it off', async () => {
    const holey = await runTap({ config: { token: 'holey' } });
    expect(holey.exitCode).toBe(0);
    expect(typesOf(messagesIn(holey.stdout))).not.toContain('ACTIVATE_VERSION');
    const without = messagesIn((await runTap({ config: { ...config, emit_activate_version_messages: false } })).stdout);
    expect(typesOf(without)).not.toContain('ACTIVATE_VERSION');
    expect(rowsOf(without, 'squares')).toHaveLength(3);
    expect(without.filter(({ version }) => version)).toEqual([]);
  });

  it('writes a time as an integer if the catalog declares an integer', async () => {
    const catalog = {
      streams: [
        { tap_stream_id: 'numbers', schema: { properties: { n: {}, seen_at: { type: 'integer' } } }, metadata: [] },
      ],
    };
    const messages = messagesIn((await runTap({ config, catalog })).stdout);
    expect(rowsOf(messages, 'numbers')[0]).toEqual({ n: 1, seen_at: 1_700_000_001 });
  });
});
