/**
 * Measures the CPU that a conversation costs from socket to stdout, as the slope between two sizes, so that the start does
 * not count; and the same for a program that only copies the pages.
 * `npm run bench:cpu [-- 20000 100000] [--rounds 3]`
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figures, measure, median } from './harness/process.ts';
import { report } from './harness/report.ts';
import { type Sandbox, startSandbox } from './harness/sandbox.ts';
import { measureSync } from './harness/sync.ts';

const COPY = fileURLToPath(new URL('copy-pages.ts', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const [small = 20_000, large = 100_000] = positionals.map(Number);
if (!(small < large)) throw new Error('Give the smaller size first, such as 20000 100000.');

interface Measured {
  readonly connector: Figures;
  readonly copy: Figures;
}

const few = await measureSize(small);
const many = await measureSize(large);
const connector = slope((each) => each.connector);
const copy = slope((each) => each.copy);
report('bench:cpu', [
  { program: 'the connector', ...connector },
  { program: 'a copy of the pages', ...copy },
  { program: 'ratio', ...ratio(connector, copy) },
]);

/** Both programs in turn, since the speed of a machine changes. */
async function measureSize(conversations: number): Promise<readonly Measured[]> {
  const sandbox = await startSandbox('--conversations', String(conversations), '--rate-limit', '1000000');
  const measured: Measured[] = [];
  try {
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const synced = await measureSync(sandbox, { streams: ['conversations'] });
      if (synced.rows !== conversations) throw new Error(`${synced.rows} of ${conversations} conversations came.`);
      measured.push({ connector: synced, copy: await copyPages(sandbox) });
    }
  } finally {
    sandbox.stop();
  }
  return measured;
}

function copyPages({ url, token }: Sandbox): Promise<Figures> {
  return measure({ command: process.execPath, args: [COPY, url, token] });
}

function slope(of: (measured: Measured) => Figures) {
  const middle = (size: readonly Measured[], figure: keyof Figures) => median(size.map((each) => of(each)[figure]));
  const thousandsARecord = (figure: keyof Figures) =>
    ((middle(many, figure) - middle(few, figure)) * 1000) / (large - small);
  return {
    'CPU ms a record': thousandsARecord('cpuSeconds'),
    'KB a record': thousandsARecord('outputMb'),
    'peak MB': middle(many, 'peakMb'),
  };
}

function ratio(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.keys(one).map((column) => [column, (one[column] ?? 0) / (other[column] ?? 0)]));
}
