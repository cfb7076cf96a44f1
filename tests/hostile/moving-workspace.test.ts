/** The workspace moves while it is read, or many records at once: nothing slips through between two pages. */
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Message, type Output, rowsOf, runConnector } from '../harness/connector.ts';
import { mutate, truthOf } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

function catalogOf(...names: readonly string[]) {
  return {
    streams: names.map((name) => ({ stream: { name }, sync_mode: 'incremental', destination_sync_mode: 'append' })),
  };
}

function idsOf(output: Output, stream: string): readonly string[] {
  return rowsOf(output, stream).map((row) => String(row.id));
}

it('more changes in one second than fit on a page all come, and each comes once', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({
    rateLimit: 100_000,
    conversations: 600,
    contacts: 600,
    tickets: 600,
    cursor: 'offset',
  });
  try {
    const names = ['conversations', 'tickets', 'contacts'];
    const read = (state: unknown) =>
      runConnector('read', { config, catalog: catalogOf(...names), state }, { baseUrl: sandbox.url });
    const first = await read([]);
    for (const kind of names) {
      const ids = [...(await truthOf(sandbox.url, kind)).values()].slice(0, 400).map(({ body }) => body.id);
      const operations = ids.map((id) => ({ op: 'update', kind, id }));
      await mutate(sandbox.url, { operations, spread: 0, advance: 7200 });
    }
    await mutate(sandbox.url, { count: 0, advance: 7200 });
    const second = await read(lastStates(first));
    for (const name of names) {
      const ids = idsOf(second, name);
      expect(ids, name).toHaveLength(400);
      expect(new Set(ids).size, name).toBe(400);
    }
  } finally {
    await sandbox.close();
  }
});

it('a contact that is deleted behind the scan does not hide another one', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({ rateLimit: 100_000, contacts: 900, cursor: 'offset', latency: 60 });
  try {
    const newest = [...(await truthOf(sandbox.url, 'contacts')).values()]
      .sort((a, b) => Number(b.body.created_at) - Number(a.body.created_at))
      .slice(0, 3)
      .map(({ body }) => body.id);
    let deleting: Promise<unknown> | undefined;
    const hear = ({ record }: Message) => {
      const operations = newest.map((id) => ({ op: 'delete', kind: 'contacts', id }));
      if (record) deleting ??= mutate(sandbox.url, { operations, advance: 0 });
      return false;
    };
    const files = { config, catalog: catalogOf('contacts') };
    const output = await runConnector('read', files, { baseUrl: sandbox.url, killAfter: hear });
    await deleting;
    const emitted = new Set(idsOf(output, 'contacts'));
    const truth = await truthOf(sandbox.url, 'contacts');
    expect(truth.size).toBe(897);
    expect([...truth.values()].filter(({ body }) => !emitted.has(String(body.id)))).toEqual([]);
    expect(idsOf(output, 'contacts')).toHaveLength(emitted.size);
  } finally {
    await sandbox.close();
  }
});

it('a scroll that breaks off begins again, and nothing comes twice', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({ rateLimit: 100_000, companies: 450, scrollExpiry: 1 });
  try {
    const faults = [
      { path: '/companies/scroll', status: 500, times: 1, after: 2 },
      { path: '/companies/scroll', status: 404, times: 1, after: 5 },
    ];
    await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
    const files = { config, catalog: catalogOf('companies', 'company_tags') };
    const output = await runConnector('read', files, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
    expect(new Set(idsOf(output, 'companies')).size).toBe(450);
    expect(idsOf(output, 'companies')).toHaveLength(450);
  } finally {
    await sandbox.close();
  }
});

it('a search that fails at its full page size goes on with smaller pages', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({ rateLimit: 100_000, conversations: 400 });
  try {
    // Three attempts at 150 a page fail, and three at 75; then pages have 37.
    const faults = [{ path: '/conversations/search', status: 504, times: 6, after: 1 }];
    await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
    const files = { config, catalog: catalogOf('conversations') };
    const output = await runConnector('read', files, { baseUrl: sandbox.url });
    expect(output.exitCode).toBe(0);
    expect(new Set(idsOf(output, 'conversations')).size).toBe(400);
    expect(idsOf(output, 'conversations')).toHaveLength(400);
    const steps = output.messages.flatMap(({ log }) => /with (\d+) records a page/.exec(log?.message ?? '')?.[1] ?? []);
    expect(steps).toEqual(['75', '37']);
  } finally {
    await sandbox.close();
  }
});
