/** The engine: runs every scan once for all streams that read it, emits rows, and decides when to write states. */
import { once } from 'node:events';
import pMap from 'p-map';
import type { JsonObject, Scan, Stream, SyncMode } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { startHeartbeat } from './heartbeat.ts';
import { reconciliation } from './reconciliation.ts';
import type { RowFit } from './row-fit.ts';
import { ScanSync } from './scan-sync.ts';
import type { Sink } from './sink.ts';
import type { StreamSummary } from './stats.ts';
import { StreamSync } from './stream-sync.ts';

export interface ReadOptions<C> {
  /** Every stream that the connector offers. */
  readonly streams: readonly Stream<C>[];
  readonly configured: readonly ConfiguredStream[];
  /** Saved state by stream name. States of streams that are not configured are ignored. */
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly context: C;
  readonly sink: Sink;
  /** Returns the function that makes the rows of a stream fit its schema. Default: rows are emitted unchanged. */
  readonly fitOf?: (stream: Stream<C>) => RowFit;
  /** The longest silence, in milliseconds, before a state is repeated. Default: 45 seconds. */
  readonly heartbeatMs?: number;
  /** How many scans run at the same time. Default: 4. */
  readonly scans?: number;
}

/** The result of a sync. `complete`: every configured stream was read to its end. */
export interface ReadSummary {
  readonly complete: boolean;
  readonly streams: readonly StreamSummary[];
}

/** Reads the configured streams and returns the result. Reports each failure to the sink; a failed stream does not fail the others. */
export async function read<C>(options: ReadOptions<C>): Promise<ReadSummary> {
  const { sink, configured } = options;
  const stop = new AbortController();
  const scans = scansOf(options, stop);
  const streams = configured.map((entry) => admit(options, entry, scans)).filter((stream) => stream !== undefined);
  const stopHeartbeat = startHeartbeat(streams, options.heartbeatMs ?? 45_000);
  try {
    await pMap(scans.values(), (scan) => scan.finish(), { concurrency: options.scans ?? 4 });
  } finally {
    stopHeartbeat();
  }
  if (stop.signal.aborted) sink.failure(stop.signal.reason);
  for (const stream of streams) stream.endEarly(stop.signal.reason);
  const summaries = streams.map((stream) => stream.summary());
  sink.log('INFO', reconciliation(summaries));
  await sink.ready();
  const complete = streams.length === configured.length && streams.every(({ ended }) => ended === 'COMPLETE');
  return { complete, streams: summaries };
}

type Scans<C> = Map<Scan<unknown, C, unknown>, ScanSync<C>>;

/** Returns the scans of this sync. A scan does not run if its streams need only its changes. */
function scansOf<C>({ streams, configured, context, sink }: ReadOptions<C>, stop: AbortController): Scans<C> {
  const scans: Scans<C> = new Map();
  const stopped = once(stop.signal, 'abort');
  const factsOf = <T, F>(scan: Scan<T, C, F>): Promise<F> | undefined => {
    const other = scans.get(scan as Scan<unknown, C, unknown>);
    return other?.finish().then(() => other.session.facts as F);
  };
  for (const { name, syncMode } of configured) {
    const { sources = [] } = streams.find((stream) => stream.name === name) ?? {};
    for (const { scan, when, changesOnly } of sources) {
      if (scans.has(scan) || changesOnly || when?.(context, syncMode as SyncMode) === false) continue;
      scans.set(scan, new ScanSync(scan, { context, factsOf, sink, stop, stopped }));
    }
  }
  return scans;
}

/** Starts one entry of the catalog. Reports a failure and returns undefined if the stream or its mode is unknown. */
function admit<C>(options: ReadOptions<C>, entry: ConfiguredStream, scans: Scans<C>): StreamSync | undefined {
  const { sink, streams, states, context, fitOf } = options;
  const { name, syncMode } = entry;
  try {
    const stream = streams.find((candidate) => candidate.name === name);
    if (!stream) {
      throw new ConfigError(
        `The catalog asks for a stream "${name}", but this source has no such stream with its config: remove it, or use a name that discover lists.`,
      );
    }
    const mode = knownMode(name, syncMode);
    const sync = new StreamSync(stream, { sink, saved: states.get(name), fit: fitOf?.(stream) });
    for (const [index, source] of stream.sources.entries()) {
      if (source.when?.(context, mode) === false) continue;
      const facts = { name, mode, changesOnly: source.changesOnly ?? false };
      scans.get(source.scan)?.join(sync, facts, { source, index });
    }
    return sync;
  } catch (error) {
    sink.failure(error, name);
    sink.status(name, 'INCOMPLETE');
    return undefined;
  }
}

function knownMode(name: string, syncMode: string): SyncMode {
  if (syncMode === 'full_refresh' || syncMode === 'incremental') return syncMode;
  throw new ConfigError(
    `The catalog gives stream "${name}" the sync_mode "${syncMode}": use "full_refresh" or "incremental".`,
  );
}
