/**
 * Reads conversations from a sandbox and measures the connector's peak memory, time, CPU and calls.
 * `npm run bench:memory [-- 10000 100000] [--latency 300] [--against FOLDER] [--rounds 3]`; exit code 1 where a peak is above the limit.
 * Latency in milliseconds. FOLDER: another built checkout, which reads the same sandbox in turn; then the ratios of the medians are printed.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './harness/process.ts';
import { type Row, report } from './harness/report.ts';
import { startSandbox } from './harness/sandbox.ts';
import { measureSync, type SyncFigures } from './harness/sync.ts';

const LIMIT_MB = 140;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    latency: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '3' },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100_000];
const other = values.against === undefined ? undefined : resolve(values.against);
const rows: Row[] = [];
for (const conversations of sizes) rows.push(...(await measureSize(conversations)));
report('bench:memory', rows);
if (rows.some((row) => Number(row['peak MB']) > LIMIT_MB)) throw new Error(`A peak is above ${LIMIT_MB} MB.`);

async function measureSize(conversations: number): Promise<readonly Row[]> {
  const size = ['--conversations', String(conversations), '--latency', values.latency];
  const sandbox = await startSandbox(...size, '--rate-limit', '1000000');
  const sync = async (checkout?: string) => {
    const figures = await measureSync(sandbox, { streams: ['conversations'], ...(checkout ? { checkout } : {}) });
    if (figures.rows !== conversations) throw new Error(`${figures.rows} of ${conversations} conversations came.`);
    return figures;
  };
  try {
    const ours: SyncFigures[] = [];
    const theirs: SyncFigures[] = [];
    for (let round = 0; round < (other ? Number(values.rounds) : 1); round += 1) {
      if (other) theirs.push(await sync(other));
      ours.push(await sync());
    }
    if (!other) return [rowOf('this checkout', conversations, ours)];
    const both = [rowOf('this checkout', conversations, ours), rowOf(other, conversations, theirs)] as const;
    return [...both, ratio(conversations, ...both)];
  } finally {
    sandbox.stop();
  }
}

function rowOf(checkout: string, conversations: number, figures: readonly SyncFigures[]): Row {
  const of = (figure: keyof SyncFigures) => median(figures.map((each) => each[figure]));
  return {
    checkout,
    conversations,
    seconds: of('seconds'),
    'CPU ms a record': (of('cpuSeconds') * 1000) / conversations,
    'peak MB': of('peakMb'),
    calls: of('calls'),
  };
}

function ratio(conversations: number, ours: Row, theirs: Row): Row {
  const of = (column: string) => Number(ours[column]) / Number(theirs[column]);
  const columns = ['seconds', 'CPU ms a record', 'peak MB', 'calls'];
  return { checkout: 'ratio', conversations, ...Object.fromEntries(columns.map((column) => [column, of(column)])) };
}
