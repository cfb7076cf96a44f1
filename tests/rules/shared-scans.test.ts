/** Streams that share a scan cost one scan, and each has its own cursor in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, rowsOf, runConnector } from '../harness/connector.ts';
import { mutate, type Stats, statsOf, truthOf } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({
    rateLimit: 100_000,
    token: config.access_token,
    contacts: 400,
    conversations: 600,
    tickets: 50,
  });
});

afterAll(() => sandbox.close());

type Modes = Readonly<Record<string, 'incremental' | 'full_refresh'>>;

async function read(modes: Modes, state: unknown = []): Promise<{ output: Output; stats: Stats }> {
  const streams = Object.entries(modes).map(([name, sync_mode]) => ({
    stream: { name },
    sync_mode,
    destination_sync_mode: 'append',
  }));
  await statsOf(sandbox.url, true);
  const output = await runConnector('read', { config, catalog: { streams }, state }, { baseUrl: sandbox.url });
  expect(output.exitCode).toBe(0);
  return { output, stats: await statsOf(sandbox.url) };
}

describe('the calls of a read', () => {
  it('are the same for conversations alone and with their contacts and tags', async () => {
    const alone = await read({ conversations: 'incremental' });
    const together = await read({
      conversations: 'incremental',
      conversation_contacts: 'incremental',
      conversation_tags: 'incremental',
    });
    expect(together.stats.byEndpoint).toEqual(alone.stats.byEndpoint);
    expect(rowsOf(together.output, 'conversation_contacts').length).toBeGreaterThan(0);
    expect(rowsOf(together.output, 'conversation_tags').length).toBeGreaterThan(0);
  });

  it('with conversation_parts are one retrieve for each conversation more, and no second search', async () => {
    const alone = await read({ conversations: 'incremental' });
    const together = await read({ conversations: 'incremental', conversation_parts: 'incremental' });
    const { 'GET /conversations/{id}': retrieves, ...others } = together.stats.byEndpoint;
    expect(others).toEqual(alone.stats.byEndpoint);
    expect(retrieves).toBe((await truthOf(sandbox.url, 'conversations')).size);
  });
});

describe('a stream', () => {
  it('that is added later gets all of its own, and the others repeat nothing', async () => {
    const before = await read({ conversations: 'incremental' });
    const after = await read(
      { conversations: 'incremental', conversation_tags: 'incremental' },
      lastStates(before.output),
    );
    expect(rowsOf(after.output, 'conversations')).toEqual([]);
    expect(rowsOf(after.output, 'conversation_tags').length).toBe(
      (await truthOf(sandbox.url, 'conversation_tags')).size,
    );
  });

  it('that is reset gets all of its own again, and the others repeat nothing', async () => {
    const modes: Modes = { contacts: 'incremental', contact_tags: 'incremental' };
    const before = await read(modes);
    const kept = lastStates(before.output).filter(({ stream }) => stream.stream_descriptor.name !== 'contacts');
    const after = await read(modes, kept);
    expect(rowsOf(after.output, 'contacts').length).toBe((await truthOf(sandbox.url, 'contacts')).size);
    expect(rowsOf(after.output, 'contact_tags')).toEqual([]);
  });

  it('in full refresh gets all of its own each time, beside an incremental one on the same scan', async () => {
    const modes: Modes = {
      tickets: 'full_refresh',
      ticket_parts: 'incremental',
      companies: 'full_refresh',
      company_tags: 'incremental',
    };
    const before = await read(modes);
    const after = await read(modes, lastStates(before.output));
    for (const name of ['tickets', 'companies']) {
      const all = (await truthOf(sandbox.url, name)).size;
      expect(rowsOf(before.output, name).length, name).toBe(all);
      expect(rowsOf(after.output, name).length, name).toBe(all);
    }
    for (const name of ['ticket_parts', 'company_tags']) {
      expect(rowsOf(before.output, name).length, name).toBe((await truthOf(sandbox.url, name)).size);
      expect(rowsOf(after.output, name), name).toEqual([]);
    }
  });

  it('whose start date is moved earlier is read from its beginning', async () => {
    const recent = { ...config, start_date: '2026-03-01T00:00:00Z' };
    const catalog = {
      streams: [{ stream: { name: 'conversations' }, sync_mode: 'incremental', destination_sync_mode: 'append' }],
    };
    const later = await runConnector('read', { config: recent, catalog }, { baseUrl: sandbox.url });
    const all = (await truthOf(sandbox.url, 'conversations')).size;
    expect(rowsOf(later, 'conversations').length).toBeLessThan(all);
    const files = { config, catalog, state: lastStates(later) };
    const earlier = await runConnector('read', files, { baseUrl: sandbox.url });
    expect(rowsOf(earlier, 'conversations').length).toBe(all);
    expect(earlier.messages.some(({ log }) => log?.level === 'WARN' && log.message.includes('start_date'))).toBe(true);
  });

  it('that is not configured keeps its state out of the output', async () => {
    const before = await read({ tags: 'incremental', segments: 'incremental' });
    await mutate(sandbox.url, { count: 5, seed: 3 });
    const after = await read({ tags: 'incremental' }, lastStates(before.output));
    expect(lastStates(after.output).map(({ stream }) => stream.stream_descriptor.name)).toEqual(['tags']);
  });
});
