/** The reads that checks look at, and how their messages are told apart. */
import { type CatalogStream, configure, type Message, type Row } from '../../tests/harness/connector.ts';
import type { Answer } from './launch.ts';
import type { Json } from './schema-nodes.ts';
import type { Subject } from './subject.ts';

type Record = NonNullable<Message['record']>;
type State = NonNullable<Message['state']>;

/** Every stream that is to have records, in its first mode. */
export async function basicRead(subject: Subject): Promise<Answer> {
  const { config, emptyStreams } = subject.settings;
  const streams = (await subject.streams()).filter(({ name }) => !emptyStreams.has(name));
  return subject.ask('read', { config, catalog: configure(streams, firstMode) });
}

/** The streams of the catalog for `full_refresh`, whole; each `turn` is another read, the first without a name. */
export async function fullRead(subject: Subject, turn: string): Promise<Answer> {
  const streams = await named(subject, subject.settings.fullRefresh);
  return subject.ask(
    'read',
    { config: subject.settings.config, catalog: configure(streams, () => 'full_refresh') },
    turn,
  );
}

/** The streams of the catalog for `incremental`, as discover describes them. */
export function incrementalStreams(subject: Subject): Promise<readonly CatalogStream[]> {
  return named(subject, subject.settings.incremental);
}

/** Throws where one is not discovered. */
async function named(subject: Subject, names: readonly string[]): Promise<readonly CatalogStream[]> {
  const streams = await subject.streams();
  return names.map((name) => {
    const stream = streams.find((candidate) => candidate.name === name);
    if (!stream) throw new Error(`a configured catalog names ${name}, which discover does not find`);
    return stream;
  });
}

/** These streams, incremental, from the given states. */
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

/** The records of each stream. */
export function recordsByStream(answer: Answer): ReadonlyMap<string, readonly Record[]> {
  return Map.groupBy(recordsOf(answer), ({ stream }) => stream);
}

export function statesOf({ messages }: Answer, stream?: string): readonly State[] {
  const all = messages.flatMap(({ state }) => (state ? [state] : []));
  return stream === undefined ? all : all.filter((state) => state.stream?.stream_descriptor.name === stream);
}

/** How many records a state says have come since the one before it. */
export function countOf(state: State): number {
  return state.sourceStats?.recordCount ?? 0;
}

/** A state as an orchestrator hands it back. */
export function handedBack({ type, stream }: State): Json {
  return { type, stream };
}

/** A record's key as text; of fields that a row does not have, null. */
export function keyOf({ source_defined_primary_key: key = [] }: CatalogStream, row: Row): string {
  return JSON.stringify(key.map((path) => valueAt(row, path)));
}

export function valueAt(row: unknown, path: readonly string[]): unknown {
  let value = row;
  for (const name of path) value = value && typeof value === 'object' ? (value as Row)[name] : undefined;
  return value ?? null;
}
