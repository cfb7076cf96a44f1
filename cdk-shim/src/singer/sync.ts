/** The commands of a Singer tap: discovery, sync and test. Each returns its exit code. The caller reports the errors that they throw. */

import type { JsonObject, Stream } from '../contract.ts';
import { type RowFit, rowFit } from '../engine/row-fit.ts';
import type { Sink } from '../engine/sink.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { readState } from '../input/state.ts';
import { withContext } from '../process/with-context.ts';
import { catalogEntry } from './catalog.ts';
import { firstRowOnly } from './first-row.ts';
import { measureCalls } from './http.ts';
import { announcedStream, configuredStream, type RequestedStream, requestedStreams } from './selected.ts';
import { createSingerSink, type SingerSink } from './sink.ts';
import { openConfig, type TapRun } from './tap.ts';

export async function discover<C>(run: TapRun<C>): Promise<number> {
  const { tap, output, log } = run;
  const config = await openConfig(run);
  await withContext(tap, config, log, async (context) => {
    const streams = (await tap.discoveredStreams?.(context, log.log)) ?? tap.streams(context);
    const entries = streams.map(async (stream) => catalogEntry(stream, await tap.schema(stream, context, log.log)));
    output.write(JSON.stringify({ streams: await Promise.all(entries) }, null, 2));
  });
  return 0;
}

/** A run whose config, catalog and state have been read. */
interface Reading<C> {
  readonly context: C;
  readonly streams: readonly Stream<C>[];
  readonly configured: readonly ConfiguredStream[];
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly sink: SingerSink;
  readonly fitOf: (stream: Stream<C>) => RowFit;
  /** Whether every requested stream has a valid replication method. */
  readonly complete: boolean;
}

/** Reads the selected streams. Calls `opened` with the sink before the first row, so that a signal can end the sync. */
export async function sync<C>(run: TapRun<C>, opened: (sink: SingerSink) => void): Promise<number> {
  const { log } = run;
  const began = performance.now();
  const stopMeasuring = measureCalls(log.metric);
  try {
    return await withReading(run, async (reading) => {
      const { sink } = reading;
      opened(sink);
      const { read } = await import('../engine/read.ts');
      const summary = await read(reading);
      // The records that were left out still exist: a target must not remove them.
      const wholeStreams = summary.streams.filter(
        ({ status, leftOut }) => status === 'COMPLETE' && leftOut.length === 0,
      );
      sink.end(wholeStreams.map(({ stream }) => stream));
      await sink.ready();
      for (const { stream, calls } of summary.streams) {
        log.metric({ type: 'counter', metric: 'http_request_count', value: calls, tags: { stream, endpoint: stream } });
      }
      const complete = summary.complete && reading.complete;
      const value = Math.round(performance.now() - began) / 1000;
      log.metric({ type: 'timer', metric: 'job_duration', value, tags: { status: complete ? 'succeeded' : 'failed' } });
      return complete ? 0 : 1;
    });
  } finally {
    stopMeasuring();
  }
}

/** Tests every stream: reads up to one row, or only the schema. Writes no state, because it reads no stream to its end. */
export async function test<C>(run: TapRun<C>, what: 'rows' | 'schema'): Promise<number> {
  return withReading(run, async (reading) => {
    const { sink, ...rest } = reading;
    if (what === 'schema') {
      for (const { name } of reading.configured) sink.announce(name);
      return reading.complete ? 0 : 1;
    }
    const { read } = await import('../engine/read.ts');
    const tested = firstRowOnly(sink);
    await read<C>({ ...rest, sink: tested });
    return reading.complete && !tested.failed() ? 0 : 1;
  });
}

async function withReading<C>(run: TapRun<C>, use: (reading: Reading<C>) => Promise<number>): Promise<number> {
  const { tap, files, log, output } = run;
  const config = await openConfig(run);
  const states = files.state === undefined ? new Map<string, JsonObject>() : await readState(files.state);
  return withContext(tap, config, log, async (context) => {
    const streams = tap.streams(context);
    const requested = await requestedStreams(files.catalog, streams, log.log);
    const version = config.emit_activate_version_messages === false ? undefined : Date.now();
    const fits = new Map<Stream<C>, RowFit>();
    const known = requested.map(async ({ stream, entry }) => {
      if (!stream) return [];
      const schema = await tap.schema(stream, context, log.log);
      fits.set(stream, rowFit(schema));
      return [announcedStream(stream, schema, { entry, version })];
    });
    const sink = createSingerSink({ output, log, streams: (await Promise.all(known)).flat(), states });
    const fitOf = (stream: Stream<C>) => fits.get(stream) ?? rowFit({});
    const configured = requested.flatMap((each) => validStream(each, sink));
    const complete = configured.length === requested.length;
    return use({ context, streams, configured, states, sink, fitOf, complete });
  });
}

/** Returns the stream in a list. Reports an error for an unknown replication method, and returns an empty list. */
function validStream<C>(requested: RequestedStream<C>, sink: Sink): readonly ConfiguredStream[] {
  try {
    return [configuredStream(requested)];
  } catch (error) {
    sink.failure(error, requested.name);
    return [];
  }
}
