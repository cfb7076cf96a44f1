/** The commands of the Airbyte protocol. Each returns its exit code. The caller reports the errors that they throw. */

import type { Connector } from '../connector.ts';
import type { JsonObject, Stream } from '../contract.ts';
import { rowFit } from '../engine/row-fit.ts';
import { ConfigError, TransientError } from '../errors.ts';
import { airbyteStream, readCatalog } from '../input/catalog.ts';
import { chosenStreams } from '../input/chosen-streams.ts';
import { isObject } from '../input/json-file.ts';
import { readState } from '../input/state.ts';
import { typesOf } from '../input/types-of.ts';
import { createProgress, shownIn } from '../process/progress.ts';
import { withContext } from '../process/with-context.ts';
import { proveWritable, writeJson } from '../process/write-json.ts';
import type { AirbyteSink } from './sink.ts';
import { keepStates } from './state-file.ts';

/** Paths of files, as given on the command line. */
export interface ReadFiles {
  readonly config: string;
  /** One of `catalog` and `streams` is given. */
  readonly catalog?: string | undefined;
  /** The names of streams, with commas between them. */
  readonly streams?: string | undefined;
  readonly state?: string | undefined;
  /** Where to write the last state of each stream. */
  readonly stateOut?: string | undefined;
  /** Where to write the summary of the sync. */
  readonly summary?: string | undefined;
}

export async function spec(source: { readonly spec: JsonObject }, sink: AirbyteSink): Promise<number> {
  sink.spec(source.spec);
  return 0;
}

/** Writes whether the source can be read, and returns exit code 0 in both cases. Throws only for a bug in the code. */
export async function check<C>(source: Connector<C>, configPath: string, sink: AirbyteSink): Promise<number> {
  try {
    const config = await openConfig(source, configPath, sink);
    const warning = await withContext(source, config, sink, (context) => source.check(context));
    if (warning !== undefined) sink.log('WARN', warning);
    sink.connectionStatus('SUCCEEDED', warning);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof TransientError)) throw error;
    sink.connectionStatus('FAILED', error.message);
  }
  return 0;
}

export async function discover<C>(source: Connector<C>, configPath: string, sink: AirbyteSink): Promise<number> {
  const config = await openConfig(source, configPath, sink);
  await withContext(source, config, sink, async (context) => {
    const streams = (await source.discoveredStreams?.(context, sink.log)) ?? source.streams(context);
    const entries = streams.map(async (stream) =>
      airbyteStream(stream, await source.schema(stream, context, sink.log)),
    );
    sink.catalog(await Promise.all(entries));
  });
  return 0;
}

/** Reads the streams of the catalog. Returns exit code 0 if every stream is complete. Reads every file before it writes the first row. */
export async function readStreams<C>(source: Connector<C>, files: ReadFiles, sink: AirbyteSink): Promise<number> {
  const config = await openConfig(source, files.config, sink);
  const catalog = files.catalog === undefined ? undefined : await readCatalog(files.catalog);
  const states = files.state === undefined ? new Map<string, JsonObject>() : await readState(files.state);
  if (files.summary !== undefined) await proveWritable(files.summary, 'summary file');
  if (files.stateOut !== undefined) await proveWritable(files.stateOut, 'state file');
  const namespaces = (catalog ?? []).flatMap(({ name, namespace }) => (namespace ? [[name, namespace] as const] : []));
  sink.configure({ namespaces: new Map(namespaces) });
  const progress = createProgress(process.stderr);
  const kept = files.stateOut === undefined ? undefined : keepStates(files.stateOut, states, sink);
  try {
    const summary = await withContext(source, config, sink, async (context) => {
      const streams = source.streams(context);
      const configured = catalog ?? chosenStreams(files.streams ?? '', streams);
      const schemas = new Map(configured.map(({ name, schema }) => [name, schema]));
      const { read } = await import('../engine/read.ts');
      const fitOf = (stream: Stream<C>) => rowFit(fittingSchema(source.rowSchema(stream), schemas.get(stream.name)));
      return read({ streams, configured, states, context, sink: shownIn(progress, kept?.sink ?? sink), fitOf });
    });
    if (files.summary !== undefined) await writeJson(files.summary, 'summary file', sink.hideSecrets(summary));
    return summary.complete ? 0 : 1;
  } finally {
    progress.stop();
    await kept?.close();
  }
}

/** Returns the schema `own`. Its open columns get their fields, which the workspace defines, from the catalog. */
function fittingSchema(own: JsonObject, inCatalog: JsonObject | undefined): JsonObject {
  const known = isObject(inCatalog?.properties) ? inCatalog.properties : {};
  const properties = Object.entries(isObject(own.properties) ? own.properties : {}).map(([name, column]) => {
    const theirs = known[name];
    const isOpen = isObject(column) && typesOf(column).includes('object') && column.properties === undefined;
    return [name, isOpen && isObject(theirs) ? { ...column, properties: theirs.properties } : column];
  });
  return { ...own, properties: Object.fromEntries(properties) };
}

/** Returns the values of the config, and lets the sink hide the secrets among them. */
async function openConfig<C>(source: Connector<C>, path: string, sink: AirbyteSink): Promise<JsonObject> {
  const { readConfig } = await import('../input/config.ts');
  const { values, secrets, unknown } = await readConfig(path, source.spec);
  sink.configure({ secrets });
  for (const name of unknown) sink.log('WARN', `The config has an unknown field "${name}": it is ignored.`);
  return values;
}
