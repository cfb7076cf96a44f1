/** Conversations that are tickets, under a token that may not read tickets: `check` says that they may be missing. */
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { checkConnection } from '../../src/check/connection.ts';
import { type Output, rowsOf } from '../harness/connector.ts';
import { contextHere, readHere } from '../harness/read-here.ts';
import { bodiesOf } from '../harness/sync.ts';

const size = { conversations: 80, contacts: 20, tickets: 80, rateLimit: 100_000 };
const WITHOUT_TICKETS = ['read_admins', 'read_users_companies', 'read_conversations', 'read_tags', 'read_events'];

const idsIn = (output: Output) => rowsOf(output, 'conversations').map(({ id }) => id);

async function check(baseUrl: string): Promise<string | undefined> {
  const context = contextHere({ baseUrl });
  return checkConnection(context).finally(() => context.client.close());
}

it.each(['hidden', 'shown'] as const)('where they are %s', async (ticketConversations) => {
  const limited = await startSandbox({ ...size, scopes: WITHOUT_TICKETS, ticketConversations });
  const granted = await startSandbox({ ...size, ticketConversations });
  try {
    expect(await check(limited.url)).toMatch(
      /"Read tickets" \(for tickets.*; without "Read tickets" Intercom may leave conversations that are tickets out of .*reset/,
    );
    expect(await check(granted.url)).toBeUndefined();
    const all = await bodiesOf(granted.url, 'conversations');
    const isHidden = ({ linked_objects: links }: (typeof all)[number]) =>
      (links as { total_count: number }).total_count > 0;
    const hidden = ticketConversations === 'hidden' ? all.filter(isHidden).length : 0;
    const first = await readHere('conversations', { baseUrl: limited.url });
    expect(first.exitCode).toBe(0);
    expect(idsIn(first)).toHaveLength(all.length - hidden);
    // Their updated_at is as old as before the permission.
    const later = await readHere('conversations', { baseUrl: granted.url, before: first });
    expect(idsIn(later)).toEqual([]);
    expect(idsIn(await readHere('conversations', { baseUrl: granted.url }))).toHaveLength(all.length);
    if (ticketConversations === 'hidden') expect(hidden).toBeGreaterThan(0);
  } finally {
    await limited.close();
    await granted.close();
  }
});
