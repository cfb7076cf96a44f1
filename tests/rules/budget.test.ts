/** A sync uses its share of Intercom's rate limit, and provokes no 429. */
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { rowsOf, runConnector } from '../harness/connector.ts';
import { statsOf, truthOf } from '../harness/truth.ts';

const catalog = {
  streams: ['conversations', 'conversation_parts', 'contacts'].map((name) => ({
    stream: { name },
    sync_mode: 'incremental',
    destination_sync_mode: 'append',
  })),
};

it('makes as many calls a window as its share allows, and says when it waits', { timeout: 60_000 }, async () => {
  const [limit, seconds] = [60, 3];
  const sandbox = await startSandbox({ conversations: 150, rateLimit: limit, rateWindow: seconds, latency: 20 });
  try {
    const config = { access_token: sandbox.token, start_date: '2015-01-01T00:00:00Z', rate_limit_share: 80 };
    const began = performance.now();
    const output = await runConnector('read', { config, catalog }, { baseUrl: sandbox.url });
    const windows = (performance.now() - began) / 1000 / seconds;

    const { calls, byStatus } = await statsOf(sandbox.url);
    expect(output.exitCode).toBe(0);
    expect(byStatus).toEqual({ 200: calls });
    expect(calls).toBeLessThanOrEqual(0.8 * limit * (windows + 1));
    expect(rowsOf(output, 'conversation_parts').length).toBe((await truthOf(sandbox.url, 'conversation_parts')).size);
    const waits = output.messages.filter(({ trace }) => JSON.stringify(trace ?? '').includes('RATE_LIMITED'));
    expect(waits.length).toBeGreaterThan(0);
    expect(waits.length).toBeLessThanOrEqual(3 * (windows + 1));
  } finally {
    await sandbox.close();
  }
});
