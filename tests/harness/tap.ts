/** Runs the built Singer tap as a runner does: a process, files as arguments, messages on stdout, all else on stderr. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linesOf } from '@airbyte-ts/cdk-shim';
import type { Row } from './connector.ts';

const EXECUTABLE = fileURLToPath(new URL('../../bin/tap-intercom', import.meta.url));

/** A line of stdout; only the parts that tests look at are typed. */
export interface SingerMessage {
  readonly type: 'SCHEMA' | 'RECORD' | 'STATE' | 'ACTIVATE_VERSION';
  readonly stream: string;
  readonly record?: Row;
  readonly schema?: object;
  readonly key_properties?: readonly string[];
  readonly version?: number;
  readonly value?: SingerState;
}

export interface SingerState {
  readonly bookmarks: Readonly<Record<string, Row>>;
  readonly currently_syncing: string | null;
}

export interface SingerStream {
  readonly tap_stream_id: string;
  readonly key_properties: readonly string[];
  readonly replication_key?: string;
  readonly schema: { readonly properties: Readonly<Record<string, object>> };
  readonly metadata: readonly { readonly breadcrumb: readonly string[]; readonly metadata: Row }[];
}

export interface TapOutput {
  /** The lines of stdout. */
  readonly lines: readonly string[];
  readonly messages: readonly SingerMessage[];
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface TapOptions {
  readonly baseUrl?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Hears each message as it comes; returning true kills the process at once. */
  readonly killAfter?: (message: SingerMessage) => boolean;
}

/** `files`: contents by option, as JSON unless they are text. `args` come after them. */
export async function runTap(
  files: Readonly<Record<string, unknown>>,
  args: readonly string[] = [],
  options: TapOptions = {},
): Promise<TapOutput> {
  const folder = await mkdtemp(join(tmpdir(), 'tap-intercom-'));
  try {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, `${name}.json`);
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
      paths.push(`--${name}`, path);
    }
    return await run([...paths, ...args], options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(args: readonly string[], { baseUrl, env, killAfter }: TapOptions): Promise<TapOutput> {
  const child = spawn(EXECUTABLE, args, {
    env: { ...process.env, ...(baseUrl ? { INTERCOM_BASE_URL: baseUrl } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const messages: SingerMessage[] = [];
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of linesOf(child.stdout)) {
    lines.push(line);
    // A killed process may leave half a line behind, and a catalog is no message.
    if (!line.startsWith('{"type":') || !line.endsWith('}')) continue;
    const message = JSON.parse(line) as SingerMessage;
    messages.push(message);
    if (killAfter?.(message)) child.kill('SIGKILL');
  }
  return { lines, messages, stderr, exitCode: await ended };
}

export function rowsOf({ messages }: TapOutput, stream: string): readonly Row[] {
  return messages.flatMap((message) => (message.stream === stream && message.record ? [message.record] : []));
}

/** The last state that a run wrote. */
export function stateOf({ messages }: TapOutput): SingerState | undefined {
  return messages.findLast(({ type }) => type === 'STATE')?.value;
}

/** A catalog in which these streams are selected, with all their columns, or with named columns of one stream. */
export function select(
  streams: readonly SingerStream[],
  names: readonly string[],
  columns?: readonly string[],
): object {
  return {
    streams: streams.map((stream) => ({
      ...stream,
      metadata: stream.metadata.map(({ breadcrumb, metadata }) => {
        const selected = breadcrumb.length === 0 ? names.includes(stream.tap_stream_id) : wanted(breadcrumb, columns);
        return { breadcrumb, metadata: { ...metadata, selected } };
      }),
    })),
  };
}

function wanted(breadcrumb: readonly string[], columns: readonly string[] | undefined): boolean {
  return columns?.includes(breadcrumb.filter((_, index) => index % 2 === 1).join('.')) ?? true;
}
