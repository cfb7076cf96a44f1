/** The simulated workspace for the acceptance tests. It is always the same, and has records of all kinds. */
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

/** Each search needs more than one page for these records, so a read writes several states. */
const SIZE = { contacts: 160, conversations: 160, tickets: 155, companies: 40 };

/** The time of the first records. */
export const NOW = '2026-06-01T12:00:00Z';

/** Starts the workspace for one token. Sets INTERCOM_BASE_URL to its address, for the connectors that this process starts. */
export async function startWorkspace(token: string): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ ...SIZE, now: NOW, token, rateLimit: 100_000 });
  process.env.INTERCOM_BASE_URL = sandbox.url;
  // Some streams need deleted records.
  const operations = [
    { op: 'delete', kind: 'conversations' },
    { op: 'delete', kind: 'conversations' },
  ];
  const body = JSON.stringify({ operations });
  const { ok, status } = await fetch(`${sandbox.url}/__sandbox/mutate`, { method: 'POST', body });
  if (!ok) throw new Error(`the sandbox refused to delete: ${status}`);
  return sandbox;
}
