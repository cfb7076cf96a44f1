/**
 * Reads receipts from the archive of one export job, and measures the connector's peak memory, time and CPU.
 * `npm run bench:exports [-- 2000000]`; exit code 1 where the peak is above the limit.
 */
import { report } from './harness/report.ts';
import { startSandbox } from './harness/sandbox.ts';
import { measureSync } from './harness/sync.ts';

const LIMIT_MB = 150;
/** The sandbox sends messages for three years, and one job exports the last 31.5 days. */
const SHARE = 31.5 / (3 * 365);

const [size] = process.argv.slice(2);
const wanted = Number(size ?? 2_000_000);
const sandbox = await startSandbox('--receipts', String(Math.ceil(wanted / SHARE)), '--rate-limit', '1000000');
try {
  const { rows, seconds, cpuSeconds, peakMb, outputMb } = await measureSync(sandbox, {
    streams: ['receipts'],
    config: { start_date: '2026-05-01T00:00:00Z', optional_streams: ['receipts'] },
  });
  if (Math.abs(rows - wanted) > wanted / 100) throw new Error(`${rows} of ${wanted} receipts came.`);
  report('bench:exports', [
    { rows, seconds, 'CPU ms a row': (cpuSeconds * 1000) / rows, 'output MB': outputMb, 'peak MB': peakMb },
  ]);
  if (peakMb > LIMIT_MB) throw new Error(`The peak is above ${LIMIT_MB} MB.`);
} finally {
  sandbox.stop();
}
