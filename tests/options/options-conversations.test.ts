/** Every option about conversations: a full read equals the same filter over all rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Row, rowsOf } from '../harness/connector.ts';
import { bodiesOf, idsOf, readWhole } from '../harness/sync.ts';
import { truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let conversations: readonly Row[];

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: 100_000, companies: 5, contacts: 200, conversations: 150, tickets: 30 });
  conversations = await bodiesOf(sandbox.url, 'conversations');
});

afterAll(() => sandbox.close());

describe('conversations, and what hangs on them', () => {
  const assigned = () => conversations.filter(({ admin_assignee_id }) => Number(admin_assignee_id) > 0);
  const of = (...ids: readonly unknown[]) =>
    conversations.filter(({ admin_assignee_id }) => ids.includes(Number(admin_assignee_id ?? 0)));

  const cases = [
    ...['open', 'closed', 'snoozed'].map(
      (state) =>
        [
          `conversation_states ${state}`,
          () => [{ conversation_states: [state] }, conversations.filter((one) => one.state === state)],
        ] as const,
    ),
    [
      'two conversation_states',
      () => [{ conversation_states: ['open', 'snoozed'] }, conversations.filter(({ state }) => state !== 'closed')],
    ],
    ['conversation_admin_type all', () => [{ conversation_admin_type: 'all', admin_ids: ['1'] }, conversations]],
    ['conversation_admin_type unassigned', () => [{ conversation_admin_type: 'unassigned' }, of(0)]],
    [
      'conversation_admin_type specific',
      () => {
        const [one, other] = idsOf(assigned(), 'admin_assignee_id');
        return [{ conversation_admin_type: 'specific', admin_ids: [one, other] }, of(Number(one), Number(other))];
      },
    ],
    [
      'state and admin at once',
      () => {
        const [one] = idsOf(assigned(), 'admin_assignee_id');
        return [
          { conversation_admin_type: 'specific', admin_ids: [one], conversation_states: ['closed'] },
          of(Number(one)).filter(({ state }) => state === 'closed'),
        ];
      },
    ],
  ] as readonly (readonly [string, () => readonly [object, readonly Row[]]])[];

  it.each(cases)('%s', async (_, pick) => {
    const [options, left] = pick();
    expect(left.length).toBeGreaterThan(0);
    const output = await readWhole(
      sandbox.url,
      options,
      'conversations',
      'conversation_contacts',
      'conversation_tags',
      'conversation_parts',
    );
    expect(idsOf(rowsOf(output, 'conversations'))).toEqual(idsOf(left));
    const ids = new Set(idsOf(left));
    for (const stream of ['conversation_contacts', 'conversation_tags', 'conversation_parts']) {
      const all = [...(await truthOf(sandbox.url, stream)).values()];
      const wanted = all.filter(({ body, key }) => ids.has(String(key.conversation_id ?? body.conversation_id)));
      expect(rowsOf(output, stream), stream).toHaveLength(wanted.length);
    }
  });

  it('an admin is named by the id that admins show', async () => {
    expect(idsOf(await bodiesOf(sandbox.url, 'admins'))).toEqual(
      expect.arrayContaining([...idsOf(assigned(), 'admin_assignee_id')]),
    );
  });
});

describe('order', () => {
  it.each(['contacts', 'conversations', 'tickets'])(
    'of a full refresh of %s changes the order, not the rows',
    async (stream) => {
      const plain = rowsOf(await readWhole(sandbox.url, {}, stream), stream);
      const sorted = rowsOf(await readWhole(sandbox.url, { order: 'updated_at' }, stream), stream);
      expect(idsOf(sorted)).toEqual(idsOf(plain));
      expect(sorted).toHaveLength(plain.length);
      const times = sorted.map(({ updated_at }) => Number(updated_at));
      const direction = stream === 'contacts' ? -1 : 1;
      expect(times).toEqual(times.toSorted((a, b) => direction * (a - b)));
      const created = plain.map(({ created_at }) => Number(created_at));
      expect(created).toEqual(created.toSorted((a, b) => direction * (a - b)));
    },
  );
});
