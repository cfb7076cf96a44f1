/** States, catalogs and arguments that are odd, as orchestrators give them: each is understood, or answered with one sentence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, rowsOf, runConnector } from '../../tests/harness/connector.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

function catalogOf(...names: readonly string[]) {
  const entry = (name: string) => ({ stream: { name }, sync_mode: 'incremental', destination_sync_mode: 'append' });
  return { streams: names.map(entry) };
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 0, contacts: 20, conversations: 0, tickets: 20 });
});

afterAll(() => sandbox.close());

describe('a state', () => {
  it('of a newer version goes on from what is known of it', async () => {
    const first = await runConnector(
      'read',
      { config, catalog: catalogOf('tags', 'tickets') },
      { baseUrl: sandbox.url },
    );
    const newer = lastStates(first).map(({ type, stream }) => ({
      type,
      version: 99,
      stream: {
        ...stream,
        stream_state: { ...stream.stream_state, version: 99, shards: [{ at: null }], recent_v2: 7 },
      },
    }));
    const files = { config, catalog: catalogOf('tickets'), state: newer };
    const second = await runConnector('read', files, { baseUrl: sandbox.url });
    expect(rowsOf(first, 'tickets')).toHaveLength(20);
    expect(rowsOf(second, 'tickets')).toEqual([]);
    expect(second.exitCode).toBe(0);
  });

  it('whose cursor cannot be read fails that stream, and no other', async () => {
    const state = [streamState('tickets', { updated_at: { v: 2 }, recent: {} }), streamState('tags', { cursor: 'x' })];
    const output = await runConnector(
      'read',
      { config, catalog: catalogOf('tickets', 'tags'), state },
      { baseUrl: sandbox.url },
    );
    expect(errorsOf(output)).toMatchObject([
      {
        failure_type: 'config_error',
        stream_descriptor: { name: 'tickets' },
        message: expect.stringMatching(/^The saved state holds \{"v":2\} as its "updated_at"[^.]*$|no time/),
      },
    ]);
    expect(rowsOf(output, 'tags').length).toBeGreaterThan(0);
    expect(output.exitCode).toBe(1);
  });
});

describe('an orchestrator may give', () => {
  it('a state with nulls, and with a key twice: the last one counts', async () => {
    const catalog = catalogOf('tickets');
    const [known] = lastStates(await runConnector('read', { config, catalog }, { baseUrl: sandbox.url }));
    const saved = JSON.stringify(known?.stream.stream_state).slice(1, -1);
    const state = `[null, {"type":"STREAM","global":null,"data":null,"stream":{"stream_descriptor":{"name":"tickets",
      "namespace":null},"stream_state":{"updated_at":null,"backfill":null,"recent":null,${saved}}}},
      {"type":"STREAM","stream":{"stream_descriptor":{"name":"gone"},"stream_state":null}}]`;
    const output = await runConnector('read', { config, catalog, state }, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'tickets')).toEqual([]);
  });

  it('a legacy state', async () => {
    const catalog = catalogOf('tickets');
    const state = { tickets: { updated_at: '2100-01-01T00:00:00Z' }, martians: { updated_at: 1 } };
    const output = await runConnector('read', { config, catalog, state }, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'tickets')).toEqual([]);
    expect(JSON.stringify(output.messages)).toContain('more than a day in the future');
  });

  it('a catalog with columns, a key and a cursor that no longer exist', async () => {
    const [entry] = catalogOf('tags').streams;
    const json_schema = { type: 'object', properties: { colour: { type: 'string' } } };
    const old = {
      ...entry,
      stream: { ...entry?.stream, json_schema, source_defined_primary_key: [['colour']], novelty: 1 },
      cursor_field: ['colour'],
      primary_key: [['colour']],
    };
    const output = await runConnector('read', { config, catalog: { streams: [old] } }, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'tags').length).toBeGreaterThan(0);
  });

  it('a state where there is nothing to resume, at discover and check: one sentence', async () => {
    for (const command of ['discover', 'check']) {
      const output = await runConnector(command, { config, state: [] }, { baseUrl: sandbox.url });
      expect(errorsOf(output)).toMatchObject([
        { failure_type: 'config_error', message: expect.stringMatching(/Unknown argument: state.*--help/) },
      ]);
      expect(output.exitCode).toBe(1);
    }
  });
});

function errorsOf({ messages }: Output) {
  return messages.flatMap(({ trace }) => trace?.error ?? []);
}

function streamState(name: string, state: unknown) {
  return { type: 'STREAM', stream: { stream_descriptor: { name }, stream_state: state } };
}
