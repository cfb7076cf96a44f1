/**
 * Counts the calls of each stream in a first sync of the whole workspace, and in a sync after an hour with some changes.
 * `npm run bench:calls [-- 800] [--changes 60]`. tests/rules/calls.test.ts holds them to bounds.
 */
import { parseArgs } from 'node:util';
import { streams } from '../src/streams/index.ts';
import { summarise } from '../tests/harness/summary.ts';
import { mutate } from '../tests/harness/truth.ts';
import { report } from './harness/report.ts';
import { startSandbox } from './harness/sandbox.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { changes: { type: 'string', default: '60' } },
});
const names = streams.map(({ name }) => name);
const sandbox = await startSandbox('--conversations', positionals[0] ?? '800', '--rate-limit', '1000000');
try {
  const first = await summarise(sandbox.url, names);
  await mutate(sandbox.url, { count: Number(values.changes), seed: 1, advance: 3600 });
  const hourly = await summarise(sandbox.url, names, first.output);
  const rows = [...first.of.values()].map(({ stream, rows, calls }) => ({
    stream,
    rows,
    calls,
    'rows after an hour': hourly.of.get(stream)?.rows ?? 0,
    'calls after an hour': hourly.of.get(stream)?.calls ?? 0,
  }));
  const sum = (column: keyof (typeof rows)[number]) => rows.reduce((all, row) => all + Number(row[column]), 0);
  const all = {
    stream: 'all',
    rows: sum('rows'),
    calls: sum('calls'),
    'rows after an hour': sum('rows after an hour'),
    'calls after an hour': sum('calls after an hour'),
  };
  report('bench:calls', [...rows, all]);
} finally {
  sandbox.stop();
}
