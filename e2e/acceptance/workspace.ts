/** The simulated workspace that acceptance tests read: the same each time, with something of everything. */
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

/** Enough records for more than one page of each search, and so for states in between. */
const SIZE = { contacts: 160, conversations: 160, tickets: 155, companies: 40 };

/** When the workspace begins. */
export const NOW = '2026-06-01T12:00:00Z';

/** Starts the workspace for one token, and says where it is in INTERCOM_BASE_URL, which connectors that are started inherit. */
export async function startWorkspace(token: string): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ ...SIZE, now: NOW, token, rateLimit: 100_000 });
  process.env.INTERCOM_BASE_URL = sandbox.url;
  // Some streams are about deleted records.
  const operations = [
    { op: 'delete', kind: 'conversations' },
    { op: 'delete', kind: 'conversations' },
  ];
  const body = JSON.stringify({ operations });
  const { ok, status } = await fetch(`${sandbox.url}/__sandbox/mutate`, { method: 'POST', body });
  if (!ok) throw new Error(`the sandbox refused to delete: ${status}`);
  return sandbox;
}
