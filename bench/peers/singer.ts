/** Singer's tap for Intercom, as PyPI has it. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Emitted, Message, Peer } from './peer.ts';
import { pythonProgram } from './python-program.ts';

export const singer: Peer = {
  name: 'tap-intercom',
  prepare: async ({ url, config, folder, streams }) => {
    const { command, env } = await pythonProgram('singer', 'tap-intercom', url);
    const options = { env: { ...process.env, ...env }, maxBuffer: 1e8 };
    const { stdout } = await promisify(execFile)(command, ['--config', config, '--discover'], options);
    const catalog = join(folder, 'catalog.json');
    await writeFile(catalog, JSON.stringify(selected(JSON.parse(stdout) as Catalog, streams)));
    return { command, args: ['--config', config, '--catalog', catalog], env, output: join(folder, 'output') };
  },
  emitted: ({ type, stream, record }: Message): Emitted | undefined =>
    type === 'RECORD' ? { stream: String(stream), row: record as Emitted['row'] } : undefined,
};

interface Catalog {
  readonly streams: readonly {
    readonly tap_stream_id: string;
    readonly metadata: readonly { readonly metadata: object }[];
  }[];
}

/**
 * All streams, since the tap fails where one is not in its catalog, with `wanted` selected and all fields of these: the tap
 * completes the lists that a contact cuts off only where they are selected.
 */
function selected({ streams }: Catalog, wanted: readonly string[]): Catalog {
  return {
    streams: streams.map((stream) => ({
      ...stream,
      metadata: stream.metadata.map((item) => ({
        ...item,
        metadata: { ...item.metadata, selected: wanted.includes(stream.tap_stream_id) },
      })),
    })),
  };
}
