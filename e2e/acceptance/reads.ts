/** The reads that checks share, and functions that select their messages. */
import { type CatalogStream, configure, type Message, type Row } from '../../tests/harness/connector.ts';
import type { Answer } from './launch.ts';
import type { Json } from './schema-nodes.ts';
import type { Subject } from './subject.ts';

type Record = NonNullable<Message['record']>;
type State = NonNullable<Message['state']>;

/** Reads all streams that must have records, in their first mode. */
export async function basicRead(subject: Subject): Promise<Answer> {
  const { config, emptyStreams } = subject.settings;
  const streams = (await subject.streams()).filter(({ name }) => !emptyStreams.has(name));
  return subject.ask('read', { config, catalog: configure(streams, firstMode) });
}

/** Reads the streams of the catalog for `full_refresh`. Each `turn` is a separate read. The first read has no name. */
export async function fullRead(subject: Subject, turn: string): Promise<Answer> {
  const streams = await named(subject, subject.settings.fullRefresh);
  return subject.ask(
    'read',
    { config: subject.settings.config, catalog: configure(streams, () => 'full_refresh') },
    turn,
  );
}

/** Returns the streams of the catalog for `incremental`, as discover describes them. */
export function incrementalStreams(subject: Subject): Promise<readonly CatalogStream[]> {
  return named(subject, subject.settings.incremental);
}

/** Throws if discover does not find a stream. */
async function named(subject: Subject, names: readonly string[]): Promise<readonly CatalogStream[]> {
  const streams = await subject.streams();
  return names.map((name) => {
    const stream = streams.find((candidate) => candidate.name === name);
    if (!stream) throw new Error(`a configured catalog names ${name}, which discover does not find`);
    return stream;
  });
}

/** Reads these streams incrementally from the given states. */
export async function incrementalRead(subject: Subject, state: readonly Json[] = []): Promise<Answer> {
  const catalog = configure(await incrementalStreams(subject), () => 'incremental');
  return subject.ask('read', { config: subject.settings.config, catalog, ...(state.length > 0 ? { state } : {}) });
}

function firstMode({ supported_sync_modes: [mode] }: CatalogStream): 'incremental' | 'full_refresh' {
  return mode === 'incremental' ? mode : 'full_refresh';
}

export function recordsOf({ messages }: Answer, stream?: string): readonly Record[] {
  return messages.flatMap(({ record }) =>
    record && (stream === undefined || record.stream === stream) ? [record] : [],
  );
}

/** Returns the records of each stream. */
export function recordsByStream(answer: Answer): ReadonlyMap<string, readonly Record[]> {
  return Map.groupBy(recordsOf(answer), ({ stream }) => stream);
}

export function statesOf({ messages }: Answer, stream?: string): readonly State[] {
  const all = messages.flatMap(({ state }) => (state ? [state] : []));
  return stream === undefined ? all : all.filter((state) => state.stream?.stream_descriptor.name === stream);
}

/** Returns the number of records that a state counts since the previous state. */
export function countOf(state: State): number {
  return state.sourceStats?.recordCount ?? 0;
}

/** Returns a state in the form in which an orchestrator gives it back. */
export function returnedState({ type, stream }: State): Json {
  return { type, stream };
}

/** Returns a record's key as text. A missing field counts as null. */
export function keyOf({ source_defined_primary_key: key = [] }: CatalogStream, row: Row): string {
  return JSON.stringify(key.map((path) => valueAt(row, path)));
}

export function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) value = value && typeof value === 'object' ? (value as Row)[name] : undefined;
  return value ?? null;
}
