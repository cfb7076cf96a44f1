/** Sources in Airbyte's protocol: this connector, and Airbyte's own for Intercom as PyPI has it. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../harness/sandbox.ts';
import type { Emitted, Message, Peer, Setting } from './peer.ts';
import { pythonProgram } from './python-program.ts';

export const ours: Peer = {
  name: 'source-intercom',
  prepare: (setting) =>
    prepare(setting, { command: join(ROOT, 'bin/source-intercom'), env: { INTERCOM_BASE_URL: setting.url } }),
  emitted,
};

export const airbyte: Peer = {
  name: 'airbyte-source-intercom',
  prepare: async (setting) => prepare(setting, await pythonProgram('airbyte', 'source-intercom', setting.url)),
  emitted,
};

interface Executable {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A first sync, incremental where the source offers it, as a platform would configure it. */
async function prepare({ config, folder, streams }: Setting, { command, env }: Executable) {
  const options = { env: { ...process.env, ...env }, maxBuffer: 1e8 };
  const { stdout } = await promisify(execFile)(command, ['discover', '--config', config], options);
  const catalog = join(folder, 'catalog.json');
  await writeFile(catalog, JSON.stringify({ streams: discovered(stdout).filter(isWanted).map(configured) }));
  return { command, args: ['read', '--config', config, '--catalog', catalog], env, output: join(folder, 'output') };

  function isWanted({ name }: DiscoveredStream): boolean {
    return streams.includes(name);
  }
}

interface DiscoveredStream {
  readonly name: string;
  readonly supported_sync_modes: readonly string[];
}

function discovered(stdout: string): readonly DiscoveredStream[] {
  const messages = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { catalog?: { streams: readonly DiscoveredStream[] } });
  return messages.flatMap(({ catalog }) => catalog?.streams ?? []);
}

function configured(stream: DiscoveredStream) {
  const mode = stream.supported_sync_modes.includes('incremental') ? 'incremental' : 'full_refresh';
  return { stream, sync_mode: mode, destination_sync_mode: 'append' };
}

function emitted({ record }: Message): Emitted | undefined {
  if (!record) return undefined;
  const { stream, data } = record as { stream: string; data: Emitted['row'] };
  return { stream, row: data };
}
