/** Runs the built connector as an orchestrator does: a process, files as arguments, messages on stdout. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOf } from '@airbyte-ts/cdk-shim';

export const EXECUTABLE = fileURLToPath(new URL('../../bin/source-intercom', import.meta.url));

/** A line of stdout; only the parts that tests look at are typed. */
export interface Message {
  readonly type: 'RECORD' | 'STATE' | 'TRACE' | 'LOG' | 'SPEC' | 'CONNECTION_STATUS' | 'CATALOG';
  readonly record?: { readonly stream: string; readonly data: Row; readonly emitted_at: number };
  readonly state?: StateMessage;
  readonly trace?: {
    readonly type: string;
    readonly error?: {
      readonly message: string;
      readonly failure_type: string;
      readonly stream_descriptor?: { readonly name: string };
    };
    readonly stream_status?: { readonly stream_descriptor: { readonly name: string }; readonly status: string };
  };
  readonly log?: { readonly level: string; readonly message: string };
  readonly spec?: { readonly connectionSpecification: object };
  readonly connectionStatus?: { readonly status: string; readonly message?: string };
  readonly catalog?: { readonly streams: readonly CatalogStream[] };
}

export type Row = Readonly<Record<string, unknown>>;

export interface StateMessage {
  readonly type: 'STREAM';
  readonly stream: { readonly stream_descriptor: { readonly name: string }; readonly stream_state: Row };
  readonly sourceStats: { readonly recordCount: number };
}

export interface CatalogStream {
  readonly name: string;
  readonly json_schema: object;
  readonly supported_sync_modes: readonly string[];
  readonly default_cursor_field?: readonly string[];
  readonly source_defined_primary_key?: readonly (readonly string[])[];
}

export interface Output {
  readonly messages: readonly Message[];
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

export interface Files {
  readonly config?: unknown;
  readonly catalog?: unknown;
  readonly state?: unknown;
}

export interface RunOptions {
  /** Where the connector finds Intercom. */
  readonly baseUrl?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Hears each message as it comes; returning true kills the process at once. */
  readonly killAfter?: (message: Message) => boolean;
  /** Hears each line as it was written. */
  readonly onLine?: (line: string) => void;
}

/** Runs one command. A string in `files` is written as it is, anything else as JSON. */
export async function runConnector(command: string, files: Files = {}, options: RunOptions = {}): Promise<Output> {
  const folder = await mkdtemp(join(tmpdir(), 'source-intercom-'));
  try {
    const args = [command];
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, `${name}.json`);
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
      args.push(`--${name}`, path);
    }
    return await run(args, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs the executable with exactly these arguments. */
export async function run(
  args: readonly string[],
  { baseUrl, env, killAfter, onLine }: RunOptions = {},
): Promise<Output> {
  const child = spawn(EXECUTABLE, args, {
    env: { ...process.env, ...(baseUrl ? { INTERCOM_BASE_URL: baseUrl } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const messages: Message[] = [];
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Pick<Output, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  for await (const line of linesOf(child.stdout)) {
    onLine?.(line);
    const message = parseLine(line, child.killed);
    if (!message) continue;
    messages.push(message);
    if (killAfter?.(message)) child.kill('SIGKILL');
  }
  return { messages, stderr, ...(await ended) };
}

/** A killed process may leave half a line behind; any other line must be JSON. */
function parseLine(line: string, killed: boolean): Message | undefined {
  try {
    return JSON.parse(line) as Message;
  } catch (error) {
    if (killed) return undefined;
    throw new Error(`stdout holds a line that is not JSON: ${line.slice(0, 200)}`, { cause: error });
  }
}

export function rowsOf(output: Output, stream: string): readonly Row[] {
  return output.messages.flatMap(({ record }) => (record?.stream === stream ? [record.data] : []));
}

/** The last state of each stream, in the form in which an orchestrator hands it back. */
export function lastStates(output: Output): readonly StateMessageLine[] {
  const byStream = new Map<string, StateMessage>();
  for (const { state } of output.messages) if (state) byStream.set(state.stream.stream_descriptor.name, state);
  return [...byStream.values()].map(({ type, stream }) => ({ type, stream }));
}

export type StateMessageLine = Pick<StateMessage, 'type' | 'stream'>;

/** A configured catalog of discovered streams. */
export function configure(
  streams: readonly CatalogStream[],
  mode: (stream: CatalogStream) => 'incremental' | 'full_refresh' = () => 'incremental',
): object {
  return {
    streams: streams.map((stream) => ({
      stream,
      sync_mode: mode(stream),
      destination_sync_mode: 'append',
      cursor_field: stream.default_cursor_field ?? [],
    })),
  };
}
