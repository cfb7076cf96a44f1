/**
 * Reads conversations and their parts, one call for each conversation, under Intercom's own rate limit, and shows how much
 * of it a sync uses. `npm run bench:budget [-- 5000] [--latency 100,400] [--at-least 0.95]`
 * The share of the bound is above 1 where a sync uses up windows that it begins or ends in.
 * With `--at-least`, the exit code is 1 where a full window is used less than that, or a call was refused.
 */
import { parseArgs } from 'node:util';
import { type Row, report } from './harness/report.ts';
import { callsOf, startSandbox, windowsOf } from './harness/sandbox.ts';
import { measureSync } from './harness/sync.ts';

/** Intercom grants a private app 10,000 calls a minute, in windows of ten seconds. A sync uses 90 % of them by default. */
const LIMIT = 1667;
const WINDOW_SECONDS = 10;
const BOUND = 0.9 * LIMIT;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { latency: { type: 'string', default: '100,400' }, 'at-least': { type: 'string', default: '0' } },
});
const conversations = Number(positionals[0] ?? 5000);
const atLeast = Number(values['at-least']);
const rows: Row[] = [];
for (const latencyMs of values.latency.split(',')) rows.push(await measureBudget(Number(latencyMs)));
report('bench:budget', rows);
const isFull = (row: Row) => row['429s'] === 0 && Number(row['least used window']) >= atLeast;
if (atLeast > 0 && !rows.every(isFull)) {
  throw new Error(`A full window was used less than ${atLeast} of the bound, or a call was refused.`);
}

async function measureBudget(latencyMs: number): Promise<Row> {
  const limits = ['--rate-limit', String(LIMIT), '--rate-window', String(WINDOW_SECONDS)];
  const size = ['--conversations', String(conversations), '--latency', String(latencyMs)];
  const sandbox = await startSandbox(...size, ...limits);
  try {
    const { seconds, calls, peakMb } = await measureSync(sandbox, { streams: ['conversations', 'conversation_parts'] });
    const { byStatus } = await callsOf(sandbox);
    // A sync begins and ends in the middle of a window.
    const full = (await windowsOf(sandbox)).slice(1, -1);
    return {
      'latency ms': latencyMs,
      conversations,
      calls,
      '429s': byStatus?.['429'] ?? 0,
      seconds,
      'peak MB': peakMb,
      'share of the bound': calls / (BOUND * (seconds / WINDOW_SECONDS)),
      'full windows': full.join(' '),
      'least used window': full.length > 0 ? Math.min(...full) / BOUND : 'none',
    };
  } finally {
    sandbox.stop();
  }
}
