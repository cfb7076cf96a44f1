/** One sync of a source into the tables of a database. */
import type { Connector } from '../connector.ts';
import type { JsonObject } from '../contract.ts';
import { type ReadSummary, read } from '../engine/read.ts';
import { rowFit } from '../engine/row-fit.ts';
import { chosenStreams } from '../input/chosen-streams.ts';
import { withContext } from '../process/with-context.ts';
import type { Database } from './database.ts';
import { createTableSink, type TableSinkOptions } from './sink.ts';
import { tableOf } from './table.ts';

export interface TableSync<C> {
  readonly source: Connector<C>;
  readonly config: JsonObject;
  readonly database: Database;
  /** The streams to read, with commas between them; all of them when empty. */
  readonly names: string;
  readonly watch: TableSinkOptions['watch'];
}

/**
 * Reads each stream on from where the database stands. Rows and the states that cover them are committed together, so a
 * sync that ends early is continued by the next one. Throws ConfigError or TransientError where the database fails.
 */
export async function syncTables<C>({ source, config, database, names, watch }: TableSync<C>): Promise<ReadSummary> {
  return withContext(source, config, { log: watch.log }, async (context) => {
    const offered = source.streams(context);
    const configured = chosenStreams(names, offered);
    const chosen = offered.filter(({ name }) => configured.some((each) => each.name === name));
    const tables = new Map(chosen.map((stream) => [stream.name, tableOf(stream, source.rowSchema(stream))]));
    try {
      const { states } = await database.open([...tables.values()]);
      const sink = createTableSink({ database, tables, watch });
      const fitOf = (stream: (typeof offered)[number]) => rowFit(source.rowSchema(stream));
      const summary = await read({ streams: offered, configured, states, context, sink, fitOf });
      await sink.flush();
      return summary;
    } finally {
      await database.close();
    }
  });
}
