/** The work of a Singer tap: discovery, sync and test, each to its exit code. The caller reports the errors that they throw. */

import type { JsonObject, Stream } from '../contract.ts';
import { type RowFit, rowFit } from '../engine/row-fit.ts';
import type { Sink } from '../engine/sink.ts';
import type { ConfiguredStream } from '../input/catalog.ts';
import { readState } from '../input/state.ts';
import { withContext } from '../process/with-context.ts';
import { catalogEntry } from './catalog.ts';
import { firstRowOnly } from './first-row.ts';
import { measureCalls } from './http.ts';
import { type Asked, announcedStream, askedFor, configuredStream } from './selected.ts';
import { createSingerSink, type SingerSink } from './sink.ts';
import { openConfig, type TapRun } from './tap.ts';

export async function discover<C>(run: TapRun<C>): Promise<number> {
  const { tap, output, log } = run;
  const config = await openConfig(run);
  await withContext(tap, config, log, async (context) => {
    const streams = tap.streams(context);
    const entries = streams.map(async (stream) => catalogEntry(stream, await tap.schema(stream, context, log.log)));
    output.write(JSON.stringify({ streams: await Promise.all(entries) }, null, 2));
  });
  return 0;
}

/** A run after config, catalog and state were read. */
interface Reading<C> {
  readonly context: C;
  readonly streams: readonly Stream<C>[];
  readonly configured: readonly ConfiguredStream[];
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly sink: SingerSink;
  readonly fitOf: (stream: Stream<C>) => RowFit;
  /** Whether every stream that was asked for can be read. */
  readonly complete: boolean;
}

/** Reads the selected streams. `opened` is given the sink once it exists, so that a signal can end the sync. */
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
      // Records that were left out still exist: a target must not remove them.
      const whole = summary.streams.filter(({ status, leftOut }) => status === 'COMPLETE' && leftOut.length === 0);
      sink.end(whole.map(({ stream }) => stream));
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

/** Tries every stream: up to one row of each, or only its schema. It writes no state, since it reads no stream to its end. */
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
    const asked = await askedFor(files.catalog, streams, log.log);
    const version = config.emit_activate_version_messages === false ? undefined : Date.now();
    const fits = new Map<Stream<C>, RowFit>();
    const known = asked.map(async ({ stream, entry }) => {
      if (!stream) return [];
      const schema = await tap.schema(stream, context, log.log);
      fits.set(stream, rowFit(schema));
      return [announcedStream(stream, schema, { entry, version })];
    });
    const sink = createSingerSink({ output, log, streams: (await Promise.all(known)).flat(), states });
    const fitOf = (stream: Stream<C>) => fits.get(stream) ?? rowFit({});
    const configured = asked.flatMap((each) => admit(each, sink));
    return use({ context, streams, configured, states, sink, fitOf, complete: configured.length === asked.length });
  });
}

/** A stream with an unknown replication method fails, and the others do not. */
function admit<C>(asked: Asked<C>, sink: Sink): readonly ConfiguredStream[] {
  try {
    return [configuredStream(asked)];
  } catch (error) {
    sink.failure(error, asked.name);
    return [];
  }
}
