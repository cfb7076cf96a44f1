/** One sync of a source into the tables of a database. */
import type { Connector } from '../connector.ts';
import type { JsonObject, Log } from '../contract.ts';
import { type ReadSummary, read } from '../engine/read.ts';
import { rowFit } from '../engine/row-fit.ts';
import type { Sink } from '../engine/sink.ts';
import { chosenStreams } from '../input/chosen-streams.ts';
import { type Progress, shownIn } from '../process/progress.ts';
import { withContext } from '../process/with-context.ts';
import type { Database } from './database.ts';
import { createTableSink } from './sink.ts';
import { tableOf } from './table.ts';

export interface TableSync<C> {
  readonly source: Connector<C>;
  readonly config: JsonObject;
  readonly database: Database;
  /** The streams to read, with commas between them; all of them when empty. */
  readonly names: string;
  readonly progress: Progress;
  readonly log: Log;
  readonly failure: Sink['failure'];
}

/**
 * Reads each stream on from where the database stands. Rows and the states that cover them are committed together, so a
 * sync that ends early is continued by the next one. Throws ConfigError or TransientError where the database fails.
 */
export async function syncTables<C>({
  source,
  config,
  database,
  names,
  progress,
  log,
  failure,
}: TableSync<C>): Promise<ReadSummary> {
  return withContext(source, config, { log }, async (context) => {
    const offered = source.streams(context);
    const configured = chosenStreams(names, offered);
    const chosen = offered.filter(({ name }) => configured.some((each) => each.name === name));
    const tables = new Map(chosen.map((stream) => [stream.name, tableOf(stream, source.rowSchema(stream))]));
    try {
      const { states } = await database.open([...tables.values()]);
      const sink = createTableSink({ database, tables, log, failure });
      const fitOf = (stream: (typeof offered)[number]) => rowFit(source.rowSchema(stream));
      const summary = await read({
        streams: offered,
        configured,
        states,
        context,
        sink: shownIn(progress, sink),
        fitOf,
      });
      await sink.flush();
      return summary;
    } finally {
      await database.close();
    }
  });
}
