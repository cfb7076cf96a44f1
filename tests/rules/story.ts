/** Tells the story of a workspace and its reader, event by event, and checks that every row arrived once. */
import { expect } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startSandbox } from '../../sandbox/server.ts';
import {
  type CatalogStream,
  lastStates,
  type Message,
  type Output,
  rowsOf,
  runConnector,
} from '../harness/connector.ts';
import { lacking, mutate, truthOf } from '../harness/truth.ts';
import { type Moment, openProxy, type PausingProxy } from './pausing-proxy.ts';

const selected = { sync_mode: 'incremental', destination_sync_mode: 'append' };
const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** The streams of the stories, as `discover` describes them. */
const described = {
  contacts: [['id'], 'updated_at'],
  conversations: [['id'], 'updated_at'],
  conversation_contacts: [['conversation_id', 'contact_id'], 'conversation_updated_at'],
} as const;

export type StreamName = keyof typeof described;
type Kind = Moment['kind'];

export interface Change {
  readonly ids: readonly string[];
  readonly op?: 'update' | 'delete' | 'tag';
  /** Seconds that pass before, and after each one. */
  readonly advance?: number;
  readonly spread?: number;
}

export interface Story {
  /** Ids of all records, in the order in which they were made. */
  readonly ids: (kind: Kind) => Promise<readonly string[]>;
  readonly change: (kind: Kind, change: Change) => Promise<void>;
  readonly create: (kind: Kind) => Promise<void>;
  readonly pass: (seconds: number) => Promise<void>;
  /** Has something happen right before a page is asked for, in the next sync. */
  readonly meanwhile: PausingProxy['at'];
  /** Resumes from the latest states, and completes. */
  readonly sync: (...names: readonly StreamName[]) => Promise<Output>;
  /** The same, killed right after the `count`-th STATE of the last stream: later output never arrived. */
  readonly syncKilled: (count: number, ...names: readonly StreamName[]) => Promise<Output>;
  /** After the index has seen everything and a sync has read it, every existing row has come in its latest version. */
  readonly expectNothingLost: (...names: readonly StreamName[]) => Promise<void>;
  /**
   * No version of a row came twice in all syncs; but for rows that a backfill may read again: of the second of the last record
   * before it was killed, and of records that changed since it began.
   */
  readonly expectNothingRepeated: (name: StreamName, unless?: { readonly atMost: number }) => void;
}

/** Opens a workspace with only the records that `options` names, tells the story, and closes it. */
export async function story(options: Partial<SandboxOptions>, tell: (story: Story) => Promise<void>): Promise<void> {
  const few = { companies: 0, contacts: 0, conversations: 0, tickets: 0, activityLogs: 0 };
  const sandbox = await startSandbox({ rateLimit: 100_000, ...few, ...options });
  const proxy = await openProxy(sandbox.url);
  try {
    await tell({ ...lifeOf(sandbox.url), meanwhile: proxy.at, ...readerOf(sandbox.url, proxy) });
  } finally {
    await proxy.close();
    await sandbox.close();
  }
}

/** The events of the workspace. */
function lifeOf(url: string): Pick<Story, 'ids' | 'change' | 'create' | 'pass'> {
  return {
    ids: async (kind) =>
      [...(await truthOf(url, kind)).values()]
        .sort((a, b) => Number(a.body.created_at) - Number(b.body.created_at))
        .map(({ body }) => String(body.id)),
    change: async (kind, { ids, op = 'update', advance = 0, spread = 0 }) => {
      await mutate(url, { operations: ids.map((id) => ({ op, kind, id })), advance, spread });
    },
    create: async (kind) => {
      await mutate(url, { operations: [{ op: 'create', kind }], advance: 0, spread: 0 });
    },
    pass: async (seconds) => {
      await mutate(url, { count: 0, advance: seconds });
    },
  };
}

/** The syncs, each from the latest states, and their rows. */
function readerOf(
  url: string,
  proxy: PausingProxy,
): Pick<Story, 'sync' | 'syncKilled' | 'expectNothingLost' | 'expectNothingRepeated'> {
  const outputs: Output[] = [];
  const read = async (names: readonly StreamName[], keep: (output: Output) => Output): Promise<Output> => {
    const catalog = { streams: names.map((name) => ({ ...selected, stream: { name } })) };
    proxy.reset();
    const state = lastStates(joined(outputs));
    const output = await runConnector('read', { config, catalog, state }, { baseUrl: proxy.url });
    expect(output.messages.flatMap(({ trace }) => trace?.error ?? [])).toEqual([]);
    expect(output.exitCode).toBe(0);
    expect(proxy.left(), 'never asked for').toEqual([]);
    const kept = keep(output);
    outputs.push(kept);
    return kept;
  };
  const sync = (...names: readonly StreamName[]) => read(names, (output) => output);
  return {
    sync,
    syncKilled: (count, ...names) => read(names, (output) => cutAfter(output, names.at(-1), count)),
    expectNothingLost: async (...names) => {
      await mutate(url, { count: 0, advance: 3600 });
      await sync(...names);
      for (const name of names) expect(await lacking(url, streamOf(name), outputs), `${name}: lost`).toEqual([]);
    },
    expectNothingRepeated: (name, { atMost } = { atMost: 0 }) => {
      const versions = rowsOf(joined(outputs), name).map((row) => JSON.stringify(row));
      const repeated = versions.length - new Set(versions).size;
      expect(repeated, `${name}: repeated`).toBeLessThanOrEqual(atMost);
    },
  };
}

function joined(outputs: readonly Output[]): Output {
  const messages = outputs.flatMap((output) => output.messages);
  return { messages, exitCode: 0, signal: null, stderr: '' };
}

/** The output that an orchestrator had when the process was killed: everything up to that STATE. */
function cutAfter(output: Output, name: string | undefined, count: number): Output {
  const isOfStream = ({ state }: Message) => state?.stream.stream_descriptor.name === name;
  const ends = [...output.messages.keys()].filter((at) => isOfStream(output.messages[at] as Message));
  const end = ends[count - 1];
  if (end === undefined || end === ends.at(-1)) throw new Error(`${name} has only ${ends.length} states`);
  return { ...output, messages: output.messages.slice(0, end + 1) };
}

function streamOf(name: StreamName): CatalogStream {
  const [key, cursor] = described[name];
  return {
    name,
    json_schema: {},
    supported_sync_modes: ['incremental'],
    default_cursor_field: [cursor],
    source_defined_primary_key: key.map((field) => [field]),
  };
}
