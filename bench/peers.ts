/**
 * Three connectors read the same streams of the same sandbox in turn: Singer's, Airbyte's and this one.
 * `npm run bench:peers [-- 600] [--latency 100] [--rate-limit 1667] [--streams contacts,tags]`: conversations, milliseconds
 * before each answer, calls granted every ten seconds. Needs Python and, once, a network; exit code 1 where this
 * connector lacks a row.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './harness/process.ts';
import { type Row, report } from './harness/report.ts';
import { callsOf, forgetCalls, type Sandbox, startSandbox } from './harness/sandbox.ts';
import { airbyte, ours } from './peers/airbyte.ts';
import { goals } from './peers/goals.ts';
import { findMissing } from './peers/missing.ts';
import type { Peer } from './peers/peer.ts';
import { singer } from './peers/singer.ts';

/** The streams that all three have under the same name and with the same meaning. */
const COMMON = [
  'admins',
  'companies',
  'company_attributes',
  'contact_attributes',
  'contacts',
  'conversation_parts',
  'conversations',
  'segments',
  'tags',
  'teams',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    latency: { type: 'string', default: '100' },
    'rate-limit': { type: 'string', default: '1667' },
    streams: { type: 'string', default: COMMON.join() },
  },
});
const conversations = Number(positionals[0] ?? 600);
const size = {
  conversations,
  contacts: Math.ceil(conversations / 1.5),
  companies: Math.ceil(conversations / 10),
  latency: Number(values.latency),
  'rate-limit': Number(values['rate-limit']),
};

// Airbyte's connector ends with an error at the first half character, so no text here has one.
const sandbox = await startSandbox(
  '--text',
  'plain',
  ...Object.entries(size).flatMap(([name, is]) => [`--${name}`, String(is)]),
);
try {
  await compare();
} finally {
  sandbox.stop();
}

async function compare(): Promise<void> {
  // The first reader has the slowest sandbox, which has compiled nothing yet.
  const own = await read(sandbox, ours);
  const theirs = [await read(sandbox, singer), await read(sandbox, airbyte)];
  report('bench:peers', [own, ...theirs, ...theirs.map((row) => ratio(row, own))]);
  console.log(goals(own, theirs).join('\n'));
  if (own.missing !== 0) throw new Error(`${own.missing} rows are missing.`);
}

/** One first sync of one program. */
async function read({ url, token }: Sandbox, peer: Peer): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-peers-'));
  try {
    const config = join(folder, 'config.json');
    const content = { access_token: token, start_date: '2010-01-01T00:00:00Z' };
    // Singer's tap needs a name to call itself by.
    await writeFile(config, JSON.stringify(peer === singer ? { ...content, user_agent: 'bench' } : content));
    const setting = { url, config, folder, streams: values.streams.split(',') };
    const program = await peer.prepare(setting);
    await forgetCalls(sandbox);
    const { seconds, cpuSeconds, peakMb } = await measure(program);
    const calls = Object.values((await callsOf(sandbox)).byEndpoint ?? {}).reduce((sum, count) => sum + count, 0);
    const { rows, missing } = await findMissing(setting, peer, String(program.output));
    for (const [stream, count] of missing) console.log(`${peer.name} lacks ${count} of ${stream}.`);
    return {
      program: peer.name,
      conversations,
      'latency ms': size.latency,
      rows,
      missing: [...missing.values()].reduce((sum, count) => sum + count, 0),
      seconds,
      'CPU seconds': cpuSeconds,
      'CPU ms a record': (cpuSeconds * 1000) / rows,
      'peak MB': peakMb,
      calls,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function ratio(theirs: Row, own: Row): Row {
  const compared = ['seconds', 'CPU seconds', 'CPU ms a record', 'peak MB', 'calls'];
  const cells = Object.keys(own).map((column) => [
    column,
    compared.includes(column) ? Number(theirs[column]) / Number(own[column]) : '',
  ]);
  return { ...Object.fromEntries(cells), program: `${theirs.program} / ${own.program}` };
}
