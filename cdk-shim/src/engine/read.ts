/** The engine: runs every walk once for all streams on it, feeds the streams, and alone decides when state goes out. */

import type { JsonObject, Place, Run, Sink, Stream, SyncMode, Walk } from '../contract.ts';
import { ConfigError, endsSync } from '../errors.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { startHeartbeat } from './heartbeat.ts';
import { inParallel } from './in-parallel.ts';
import { reconciliation } from './reconciliation.ts';
import type { RowFit } from './row-fit.ts';
import type { StreamSummary } from './stats.ts';
import { Feed, type Strand } from './stream-sync.ts';

export interface ReadOptions<C> {
  /** Every stream that the connector offers. */
  readonly streams: readonly Stream<unknown, C>[];
  readonly configured: readonly ConfiguredStream[];
  /** Saved state by stream name. Streams that are not configured are neither read nor written. */
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly context: C;
  readonly sink: Sink;
  /** Makes the rows of a stream fit its schema. Default: rows go out as they are. */
  readonly fitOf?: (stream: Stream<unknown, C>) => RowFit;
  /** The longest silence, in milliseconds, before a state is repeated. Default: 45 seconds. */
  readonly heartbeatMs?: number;
  /** How many walks run side by side. Default: 4. */
  readonly walks?: number;
}

/** What a sync came to: `complete` when every configured stream was read to its end. */
export interface ReadSummary {
  readonly complete: boolean;
  readonly streams: readonly StreamSummary[];
}

/** Reads the configured streams. Failures go to the sink, each with its stream; they never take another stream down. */
export async function read<C>(options: ReadOptions<C>): Promise<ReadSummary> {
  const { sink, configured } = options;
  const walked = walksOf(options);
  const feeds = configured.map((entry) => admit(options, entry, walked)).filter((feed) => feed !== undefined);
  const stop = new AbortController();
  const stopHeartbeat = startHeartbeat(feeds, options.heartbeatMs ?? 45_000);
  try {
    await runWalks(feeds, options, stop);
  } finally {
    stopHeartbeat();
  }
  if (stop.signal.aborted) sink.failure(stop.signal.reason);
  for (const feed of feeds) feed.giveUp();
  const streams = feeds.map((feed) => feed.summary());
  sink.log('INFO', reconciliation(streams));
  await sink.ready();
  const complete = feeds.length === configured.length && feeds.every((feed) => feed.ended === 'COMPLETE');
  return { complete, streams };
}

/** The walks that the sync runs, whatever joins them besides. */
function walksOf<C>({ streams, configured, context }: ReadOptions<C>): ReadonlySet<Walk<unknown, C>> {
  const names = new Set(configured.map(({ name }) => name));
  const views = streams
    .filter(({ name }) => names.has(name))
    .flatMap((stream) => [stream, stream.beside?.(context)])
    .filter((view) => view !== undefined && !('changesOnly' in view && view.changesOnly));
  return new Set(views.flatMap((view) => view?.walk ?? []));
}

/** The feed of one entry of the catalog; undefined, with the failure reported, where there is no such stream or mode. */
function admit<C>(
  options: ReadOptions<C>,
  entry: ConfiguredStream,
  walked: ReadonlySet<Walk<unknown, C>>,
): Feed<C> | undefined {
  const { sink, streams, states, context } = options;
  const { name, syncMode } = entry;
  try {
    const stream = streams.find((candidate) => candidate.name === name);
    if (!stream) {
      throw new ConfigError(
        `The catalog asks for a stream "${name}", which this source does not have under its config: remove it, or run discover and use a name from there.`,
      );
    }
    const mode = knownMode(name, syncMode);
    return new Feed(stream, {
      sink,
      context,
      state: states.get(name),
      placeOf: ({ walk, changesOnly = false }, state) =>
        walk.place({ stream: name, state, mode, context, changesOnly }),
      fit: options.fitOf?.(stream),
      isWalked: ({ walk }) => walked.has(walk),
    });
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

/** Runs every walk once, a few side by side. A walk begins after the walks that it comes after, so that waiting for one never blocks it. */
async function runWalks<C>(feeds: readonly Feed<C>[], options: ReadOptions<C>, stop: AbortController): Promise<void> {
  // The calls of a walk count for its first stream, so one that only joined it comes last.
  const strands = feeds.flatMap((feed) => feed.strands).toSorted((a, b) => isGuest(a) - isGuest(b));
  const walks = [...Map.groupBy(strands, ({ view }) => view.walk)];
  const done = new Map(walks.map(([walk]) => [walk, Promise.withResolvers<void>()]));
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  const inTurn = walks.toSorted(([a], [b]) => depthOf(a) - depthOf(b));
  await inParallel(inTurn, options.walks ?? 4, async ([walk, strands]) => {
    const before = (walk.after ?? []).map((other) => done.get(other)?.promise);
    await Promise.race([stopped, Promise.all(before)]);
    // Whatever a walk waits for, the end of the sync does not wait for it.
    if (!stop.signal.aborted) await Promise.race([stopped, runWalk(walk, strands, options, stop)]);
    done.get(walk)?.resolve();
  });
}

function isGuest<C>({ view }: Strand<C>): number {
  return view.changesOnly ? 1 : 0;
}

/** How many walks come before this one, one after the other. */
function depthOf<C>({ after = [] }: Walk<unknown, C>): number {
  return after.length === 0 ? 0 : 1 + Math.max(...after.map(depthOf));
}

/** Runs one walk to its end, or until no stream on it is left. An error that ends the whole sync aborts `stop`. */
async function runWalk<C>(
  walk: Walk<unknown, C>,
  strands: readonly Strand<C>[],
  { context, sink }: ReadOptions<C>,
  stop: AbortController,
): Promise<void> {
  let announcedMs = 0;
  const active = new Set(strands);
  const places = new Set<Place<unknown>>(strands.map(({ place }) => place));
  const drop = (strand: Strand<C>) => {
    active.delete(strand);
    places.delete(strand.place);
  };
  const leave = (strand: Strand<C>, error: unknown) => {
    if (endsSync(error)) return stop.abort(error);
    drop(strand);
    strand.feed.fail(error);
  };
  const run: Run<C> = {
    context,
    log: sink.log,
    called: () => strands[0]?.feed.called(),
    exists: (count) => {
      for (const { feed } of active) feed.exists(count);
    },
    note: (why, count) => {
      for (const { feed } of active) feed.note(why, count);
    },
    waits: (resetMs) => {
      // Many calls wait for one and the same moment.
      if (resetMs < announcedMs + 1000) return;
      announcedMs = resetMs;
      for (const { feed } of active) feed.waits(resetMs);
    },
  };
  for (const { feed } of strands) feed.start();
  try {
    for await (const batch of walk.batches(run, places)) {
      const taken = [...active].map(async (strand) => {
        // A stream may have failed in its other walk.
        if (strand.feed.ended) drop(strand);
        else await strand.feed.take(strand, batch, run).catch((error: unknown) => leave(strand, error));
      });
      await Promise.all(taken);
      if (active.size === 0 || stop.signal.aborted) return;
    }
    for (const strand of active) if (!strand.feed.ended) strand.feed.complete(strand);
  } catch (error) {
    for (const strand of active) leave(strand, error);
  }
}
