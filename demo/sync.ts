/** Runs this connector as an orchestrator does: a process of its own, files as arguments, a message a line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOf } from '@airbyte-ts/cdk-shim';

export type Row = Readonly<Record<string, unknown>>;

export interface DiscoveredStream {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /** The stream as the catalog gives it, to be handed back to `read`. */
  readonly entry: object;
}

/** The result of one stream, as `read --summary` writes it. */
export interface StreamSummary {
  readonly stream: string;
  readonly status: string;
  readonly rows: number;
  readonly calls: number;
  readonly seconds: number;
}

/** A message on stdout, as far as the demo looks at it. */
interface Message {
  readonly type: string;
  readonly spec?: {
    readonly connectionSpecification: { readonly properties: object; readonly required: readonly string[] };
  };
  readonly connectionStatus?: { readonly status: string; readonly message?: string };
  readonly catalog?: { readonly streams: readonly CatalogEntry[] };
  readonly record?: { readonly stream: string; readonly data: Row };
  readonly state?: { readonly stream: { readonly stream_descriptor: { readonly name: string } } };
  readonly trace?: {
    readonly stream_status?: { readonly stream_descriptor: { readonly name: string }; readonly status: string };
    readonly error?: { readonly message: string };
  };
}

interface CatalogEntry {
  readonly name: string;
  readonly json_schema: { readonly properties: object };
  readonly source_defined_primary_key: readonly (readonly [string])[];
}

const EXECUTABLE = fileURLToPath(new URL('../../bin/source-intercom', import.meta.url));

/** One connection: the folder holds its config, catalog, state and summary; `baseUrl` is the sandbox. */
export function connection(folder: string, baseUrl: string) {
  const file = (name: string) => join(folder, `${name}.json`);

  async function* run(...args: readonly string[]): AsyncGenerator<Message> {
    const env = { ...process.env, INTERCOM_BASE_URL: baseUrl };
    const child = spawn(EXECUTABLE, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    for await (const line of linesOf(child.stdout)) yield JSON.parse(line) as Message;
    const [code] = await ended;
    if (code !== 0) throw new Error(`"${args[0]}" ended with exit code ${code}`);
  }

  async function only<K extends 'spec' | 'connectionStatus' | 'catalog'>(key: K, ...args: readonly string[]) {
    for await (const message of run(...args)) if (message[key]) return message[key];
    throw new Error(`"${args[0]}" wrote no ${key}`);
  }

  return {
    configure: (config: object) => writeFile(file('config'), JSON.stringify(config)),
    spec: () => only('spec', 'spec'),
    check: () => only('connectionStatus', 'check', '--config', file('config')),
    async discover(): Promise<readonly DiscoveredStream[]> {
      const { streams } = await only('catalog', 'discover', '--config', file('config'));
      return streams.map((entry) => ({
        name: entry.name,
        columns: Object.keys(entry.json_schema.properties),
        primaryKey: entry.source_defined_primary_key.map(([column]) => column),
        entry,
      }));
    },
    /** Reads all of `streams` from the last saved state on, saves the new state, and returns the summary. */
    async read(
      streams: readonly DiscoveredStream[],
      take: (stream: string, row: Row) => void,
      completed: (stream: string) => void,
    ): Promise<readonly StreamSummary[]> {
      const configured = streams.map(({ entry }) => ({
        stream: entry,
        sync_mode: 'incremental',
        destination_sync_mode: 'append_dedup',
      }));
      await writeFile(file('catalog'), JSON.stringify({ streams: configured }));
      await writeFile(file('state'), await readFile(file('state'), 'utf8').catch(() => '[]'));
      const states = new Map<string, object>();
      const inputs = ['config', 'catalog', 'state', 'summary'].flatMap((name) => [`--${name}`, file(name)]);
      for await (const { record, state, trace } of run('read', ...inputs)) {
        if (record) take(record.stream, record.data);
        if (state) states.set(state.stream.stream_descriptor.name, state);
        if (trace?.error) throw new Error(trace.error.message);
        if (trace?.stream_status?.status === 'COMPLETE') completed(trace.stream_status.stream_descriptor.name);
      }
      await writeFile(file('state'), JSON.stringify([...states.values()]));
      return JSON.parse(await readFile(file('summary'), 'utf8')).streams;
    },
  };
}
