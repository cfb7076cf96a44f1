/** Each sync compares its rows with Intercom's counts at its end, and fails where a difference is not explained. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, rowsOf } from '../harness/connector.ts';
import { summarise } from '../harness/summary.ts';
import { bodiesOf, idsOf } from '../harness/sync.ts';
import { mutate } from '../harness/truth.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ companies: 10, contacts: 40, conversations: 200, tickets: 20 });
});

afterEach(() => sandbox.close());

const sync = (names: readonly string[], { url }: Sandbox = sandbox, before?: Output) => summarise(url, names, before);

async function fail(faults: readonly object[]): Promise<void> {
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

const block = ({ messages }: Output) =>
  messages.map(({ log }) => log?.message ?? '').find((message) => message.startsWith('What exists, and what came')) ??
  '';

describe('the block at the end', () => {
  it('holds the totals that Intercom offers against what came, and accounts for everything that was walked', async () => {
    const streams = [
      'contacts',
      'conversations',
      'conversation_parts',
      'tickets',
      'companies',
      'tags',
      'activity_logs',
    ];
    const { output, of } = await sync(streams);
    for (const name of ['contacts', 'conversations', 'tickets']) {
      expect(of.get(name)?.exists, name).toBe((await bodiesOf(sandbox.url, name)).length);
    }
    for (const name of ['companies', 'tags', 'activity_logs']) expect(of.get(name)?.exists, name).toBeNull();
    for (const [name, { walked, known, skipped, rows }] of of) {
      if (name !== 'conversation_parts') expect(walked - known - skipped, name).toBe(rows);
    }
    for (const name of streams) expect(block(output), name).toMatch(new RegExp(`^${name} `, 'm'));
    const again = await sync(streams, sandbox, output);
    for (const name of streams.filter((each) => each !== 'tags')) expect(again.of.get(name)?.rows, name).toBe(0);
  });

  it('names a conversation that is gone when its parts are asked for as skipped', async () => {
    const [id = ''] = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(7);
    await fail([{ path: `/conversations/${id}`, status: 404, times: 1 }]);
    const { output, of } = await sync(['conversation_parts']);
    expect(output.exitCode).toBe(0);
    expect(of.get('conversation_parts')).toMatchObject({ status: 'COMPLETE', skipped: 1 });
  });

  it.each(['true', 'capped'] as const)(
    'counts what lies beyond the 500 latest parts, where their total is %s',
    async (partsTotal) => {
      const long = await startSandbox({ conversations: 3, contacts: 5, companies: 2, partsTotal });
      try {
        const [id] = idsOf(await bodiesOf(long.url, 'conversations'));
        await mutate(long.url, {
          operations: Array.from({ length: 520 }, () => ({ op: 'add_part', kind: 'conversations', id })),
        });
        const { output, of } = await sync(['conversation_parts'], long);
        expect(output.exitCode).toBe(0);
        expect(rowsOf(output, 'conversation_parts').filter((part) => part.conversation_id === id)).toHaveLength(500);
        const [[why, count] = ['', 0]] = Object.entries(of.get('conversation_parts')?.notes ?? {});
        expect(why).toContain('beyond the 500 latest');
        expect(count).toBeGreaterThanOrEqual(20);
        expect(block(output)).toContain(`conversation_parts: ${count} parts beyond the 500 latest`);
      } finally {
        await long.close();
      }
    },
  );
});

describe('something that exists and does not come', () => {
  const counts = (total: number) => ({
    path: '/conversations/search',
    status: 200,
    body: { type: 'conversation.list', conversations: [], total_count: total, pages: { type: 'pages' } },
  });

  it('makes the streams INCOMPLETE where two counts find it, and the next sync reads from the beginning', async () => {
    // The backfill is two pages, then come the two counts.
    await fail([{ ...counts(205), after: 2, times: 2 }]);
    const { output, of } = await sync(['conversations', 'conversation_tags']);
    expect(output.exitCode).toBe(1);
    for (const name of ['conversations', 'conversation_tags']) expect(of.get(name)?.status, name).toBe('INCOMPLETE');
    const [error] = output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(error?.message).toMatch(/^conversations: \d+ records that Intercom counts did not come/);
    const next = await sync(['conversations', 'conversation_tags'], sandbox, output);
    expect(next.output.exitCode).toBe(0);
    expect(rowsOf(next.output, 'conversations').length).toBeGreaterThan(190);
    expect(next.of.get('conversations')?.status).toBe('COMPLETE');
  });

  it('is accepted with a warning where the next sync finds it as well: Intercom does not show it', async () => {
    await fail([{ ...counts(205), after: 2, times: 2 }]);
    const { output } = await sync(['conversations']);
    await fail([{ ...counts(205), after: 2, times: 2 }]);
    const next = await sync(['conversations'], sandbox, output);
    expect(next.output.exitCode).toBe(0);
    expect(Object.keys(next.of.get('conversations')?.notes ?? {})).toContainEqual(
      expect.stringMatching('counts and does not show'),
    );
    const warnings = next.output.messages.flatMap(({ log }) => (log?.level === 'WARN' ? [log.message] : []));
    expect(warnings).toEqual([expect.stringMatching(/^conversations: Intercom counts 5 more records than it shows/)]);
    await fail([]);
    const later = await sync(['conversations'], sandbox, next.output);
    expect(rowsOf(later.output, 'conversations')).toEqual([]);
  });

  it('comes where it was missing on one page only', async () => {
    await fail([{ path: '/conversations/search', kind: 'drop', times: 1, after: 1 }]);
    const { output } = await sync(['conversations']);
    expect(output.exitCode).toBe(0);
    expect(rowsOf(output, 'conversations')).toHaveLength((await bodiesOf(sandbox.url, 'conversations')).length);
  });

  it('is not believed where only one count finds it', async () => {
    await fail([{ ...counts(205), after: 2, times: 1 }]);
    const { output } = await sync(['conversations']);
    expect(output.exitCode).toBe(0);
  });
});
