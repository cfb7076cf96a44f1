/** Filters in incremental syncs: records that stop or begin to match, and filters that change between two syncs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Output, rowsOf } from '../harness/connector.ts';
import { idsOf, sync } from '../harness/sync.ts';
import { mutate, truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimit: 100_000, companies: 20, contacts: 120, conversations: 120, tickets: 5 });
});

afterEach(() => sandbox.close());

const bodiesOf = async (stream: string) => [...(await truthOf(sandbox.url, stream)).values()].map(({ body }) => body);
const logsOf = (output: Output, level: string) =>
  output.messages.flatMap(({ log }) => (log?.level === level ? [log.message] : []));

/** Changes every open conversation; some are closed or snoozed then. */
async function changeOpenOnes() {
  const open = (await bodiesOf('conversations')).filter(({ state }) => state === 'open');
  await mutate(sandbox.url, { operations: open.map(({ id }) => ({ op: 'update', kind: 'conversations', id })) });
  const now = new Map((await bodiesOf('conversations')).map((body) => [body.id, body]));
  const changed = open.map(({ id }) => now.get(id) ?? {});
  return {
    still: changed.filter(({ state }) => state === 'open'),
    left: changed.filter(({ state }) => state !== 'open'),
  };
}

describe('a conversation that stops matching', () => {
  const streams = ['conversations', 'conversation_parts', 'conversation_contacts'];
  const options = { conversation_states: ['open'] };

  it('stays as it was, and the log says so, where deletions are not emitted', async () => {
    const first = await sync(sandbox.url, options, streams);
    const { still, left } = await changeOpenOnes();
    expect(left.length).toBeGreaterThan(0);
    const second = await sync(sandbox.url, options, streams, { before: first });
    expect(idsOf(rowsOf(second, 'conversations'))).toEqual(idsOf(still));
    expect(idsOf(rowsOf(second, 'conversation_contacts'), 'conversation_id')).toEqual(idsOf(still));
    expect(logsOf(second, 'INFO').join('\n')).toContain('conversations: rows that stop matching the filters stay');
    const third = await sync(sandbox.url, options, streams, { before: second });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
  });

  it('comes as a deletion where they are, once, and nothing that hangs on it', async () => {
    const deleting = { ...options, emit_deletions: true };
    const first = await sync(sandbox.url, deleting, streams);
    expect(rowsOf(first, 'conversations').filter((row) => row._ab_cdc_deleted_at)).toEqual([]);
    const { still, left } = await changeOpenOnes();
    const second = await sync(sandbox.url, deleting, streams, { before: first });
    const rows = rowsOf(second, 'conversations');
    expect(idsOf(rows.filter((row) => !row._ab_cdc_deleted_at))).toEqual(idsOf(still));
    const gone = rows.filter((row) => row._ab_cdc_deleted_at);
    expect(gone.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1))).toEqual(
      left
        .map(({ id, updated_at }) => ({
          id,
          updated_at,
          _ab_cdc_deleted_at: new Date(Number(updated_at) * 1000).toISOString(),
        }))
        .toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    );
    for (const stream of streams.slice(1)) {
      const about = new Set(idsOf(rowsOf(second, stream), 'conversation_id'));
      expect(
        left.filter(({ id }) => about.has(String(id))),
        stream,
      ).toEqual([]);
    }
    const third = await sync(sandbox.url, deleting, streams, { before: second });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
  });
});

it('a contact that begins to match comes, and a company that stops to is deleted', async () => {
  const [tag = ''] = idsOf(await bodiesOf('tags'));
  const options = { tag_ids: [tag], emit_deletions: true };
  const streams = ['contacts', 'contact_tags', 'companies'];
  const first = await sync(sandbox.url, options, streams);
  const known = new Set(idsOf(rowsOf(first, 'contacts')));
  const outside = (await bodiesOf('contacts')).filter(({ id }) => !known.has(String(id))).slice(0, 3);
  await mutate(sandbox.url, {
    operations: outside.map(({ id }) => ({ op: 'tag', kind: 'contacts', id, with: tag })),
  });
  const second = await sync(sandbox.url, options, streams, { before: first });
  const come = rowsOf(second, 'contacts').filter((row) => !row._ab_cdc_deleted_at);
  expect(idsOf(come)).toEqual(idsOf(outside));
  expect(idsOf(rowsOf(second, 'contact_tags'), 'contact_id')).toEqual(idsOf(outside));
  const untagged = (await bodiesOf('companies')).filter(
    ({ id }) => !idsOf(rowsOf(first, 'companies')).includes(String(id)),
  );
  const [one] = untagged;
  await mutate(sandbox.url, { operations: [{ op: 'update', kind: 'companies', id: one?.id }] });
  const third = await sync(sandbox.url, options, streams, { before: second });
  expect(rowsOf(third, 'companies')).toMatchObject([{ id: one?.id, _ab_cdc_deleted_at: expect.any(String) }]);
});

describe('filters that were changed', () => {
  it('send the streams that they touch to their beginning, with a warning, and no other', async () => {
    const streams = ['contacts', 'contact_tags', 'conversations', 'companies'];
    const first = await sync(sandbox.url, { contact_roles: ['user'] }, streams);
    const second = await sync(sandbox.url, { contact_roles: ['lead'] }, streams, { before: first });
    const leads = (await bodiesOf('contacts')).filter(({ role }) => role === 'lead');
    expect(idsOf(rowsOf(second, 'contacts'))).toEqual(idsOf(leads));
    expect(rowsOf(second, 'conversations')).toEqual([]);
    expect(rowsOf(second, 'companies')).toEqual([]);
    expect(logsOf(second, 'WARN')).toEqual([
      expect.stringMatching(/^contacts: the filters are not those of the saved state/),
      expect.stringMatching(/^contact_tags: the filters are not those of the saved state/),
    ]);
    const third = await sync(sandbox.url, { contact_roles: ['lead'] }, streams, { before: second });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
  });

  it('are told from none, and their order does not matter', async () => {
    const first = await sync(sandbox.url, {}, ['conversations']);
    const states = { conversation_states: ['open', 'closed'] };
    const second = await sync(sandbox.url, states, ['conversations'], { before: first });
    expect(rowsOf(second, 'conversations').length).toBeGreaterThan(0);
    const third = await sync(sandbox.url, { conversation_states: ['closed', 'open'] }, ['conversations'], {
      before: second,
    });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
    const fourth = await sync(sandbox.url, {}, ['conversations'], { before: third });
    expect(rowsOf(fourth, 'conversations')).toHaveLength(120);
  });

  it('restart only the streams of events where only whose events is changed', async () => {
    const streams = ['contacts', 'contact_event_summaries'];
    const first = await sync(sandbox.url, {}, streams);
    const second = await sync(sandbox.url, { event_type: 'lead' }, streams, { before: first });
    expect(rowsOf(second, 'contacts')).toEqual([]);
    expect(logsOf(second, 'WARN')).toEqual([expect.stringMatching(/^contact_event_summaries: the filters/)]);
  });
});
