/** Answers that fuzzing found to be dangerous, each by itself through the built connector. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, rowsOf, runConnector } from '../../tests/harness/connector.ts';
import { mutate } from '../../tests/harness/truth.ts';
import { type Asked, type Reply, startAlteredApi } from './altered-api.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
const untimed = ['companies', 'segments', 'deleted_conversations', 'activity_logs', 'contacts'];

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 6, contacts: 20, conversations: 40, scrollExpiry: 1, activityLogs: 40 });
  await mutate(sandbox.url, { count: 60, seed: 1, deletes: true });
});

afterAll(() => sandbox.close());

type Body = Readonly<Record<string, unknown>>;

/** Reads streams while each good answer goes through `change`. */
async function readAltered(
  streams: readonly string[],
  state: unknown,
  change: (body: Body, asked: Asked) => Body,
): Promise<Output> {
  const alter = async (asked: Asked, passOn: () => Promise<Reply>) => {
    const reply = await passOn();
    return reply.status === 200 ? { ...reply, body: JSON.stringify(change(JSON.parse(reply.body), asked)) } : reply;
  };
  const api = await startAlteredApi(sandbox.url, alter);
  const entry = (name: string) => ({ stream: { name }, sync_mode: 'incremental', destination_sync_mode: 'append' });
  try {
    const files = { config, catalog: { streams: streams.map(entry) }, state };
    return await runConnector('read', files, { baseUrl: api.url });
  } finally {
    await api.close();
  }
}

function errorsOf({ messages }: Output): readonly string[] {
  return messages.flatMap(({ trace }) => (trace?.error ? [trace.error.message] : []));
}

describe('a record without a time', () => {
  it('comes, since nobody can say that it did not change', { timeout: 60_000 }, async () => {
    const whole = await readAltered(untimed, [], (body) => body);
    const again = await readAltered(untimed, lastStates(whole), (body) => body);
    const timeless = await readAltered(untimed, lastStates(whole), (body) =>
      Object.fromEntries(
        Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? value.map(untime) : value]),
      ),
    );
    expect(timeless.exitCode).toBe(0);
    for (const name of untimed) {
      expect(rowsOf(whole, name).length, name).toBeGreaterThan(0);
      expect(rowsOf(again, name), name).toEqual([]);
      expect(rowsOf(timeless, name).length, name).toBeGreaterThan(0);
    }
    const states = lastStates(timeless).map(({ stream }) => stream.stream_state);
    expect(states.flatMap((state) => Object.values(state)).filter((value) => value === null)).toEqual([]);
    for (const name of ['companies', 'segments', 'deleted_conversations']) {
      expect(rowsOf(timeless, name), name).toHaveLength(rowsOf(whole, name).length);
    }
  });
});

function untime(record: Body): Body {
  return { ...record, updated_at: null, deleted_at: null, ...('performed_by' in record ? { created_at: null } : {}) };
}

describe('an answer that', () => {
  it('holds what is no record has its other records come, and says how many were left out', async () => {
    const output = await readAltered(['tags', 'admins'], [], (body, { url }) =>
      url.startsWith('/tags') ? { ...body, data: [null, ...(body.data as readonly unknown[])] } : body,
    );
    expect(errorsOf(output)).toEqual([]);
    expect(rowsOf(output, 'tags')).toHaveLength(
      (await readAltered(['tags'], [], (body) => body)).messages.filter(({ record }) => record).length,
    );
    const lines = output.messages.flatMap(({ log }) => log?.message.split('\n') ?? []);
    expect(lines).toContain('tags: 1 entries of "data" left out: they are no objects');
    expect(rowsOf(output, 'admins').length).toBeGreaterThan(0);
  });

  it('names the same next page for ever ends its stream', async () => {
    const output = await readAltered(['contact_events'], [], (body, { url }) =>
      url.startsWith('/events') ? { ...body, pages: { next: 'https://api.intercom.io/events?page=2' } } : body,
    );
    expect(errorsOf(output)).toEqual([expect.stringContaining('GET /events says again and again that there is more')]);
  });
});
