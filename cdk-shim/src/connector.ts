/** The parts of a connector that the command line uses: its spec, its streams, and the functions that open and check a connection. */
import type { CommandModule } from 'yargs';
import type { JsonObject, Log, Stream } from './contract.ts';

/** `C` is the connector's own context, such as its client and settings. Streams get it in their run. */
export interface Connector<C> {
  /** The name of the program in the usage text. */
  readonly name: string;
  readonly version: string;
  /** The ConnectorSpecification of the Airbyte protocol. */
  readonly spec: JsonObject;
  /** Returns the streams that exist with the config of `context`. */
  readonly streams: (context: C) => readonly Stream<C>[];
  /** Returns the streams for discover, without those that the account of `context` cannot have. Default: all of `streams`. */
  readonly discoveredStreams?: (context: C, log: Log) => Promise<readonly Stream<C>[]>;
  /** Returns the part of a stream's JSON schema that is the same in every workspace. */
  readonly rowSchema: (stream: Stream<C>) => JsonObject;
  /** Returns the JSON schema of a stream's rows in the workspace of `context`. */
  readonly schema: (stream: Stream<C>, context: C, log: Log) => Promise<JsonObject>;
  /** Returns the context for a config that fits the spec. Throws ConfigError for a wrong value that the spec does not exclude. */
  readonly open: (config: JsonObject, log: Log) => C | Promise<C>;
  /** Returns a warning if the connector can read only a part, such as for missing permissions. Throws if it can read nothing. */
  readonly check: (context: C) => Promise<string | undefined>;
  /** Values of the config for a sync into tables, where the config file does not name them. */
  readonly tableDefaults?: JsonObject;
  readonly close?: (context: C) => Promise<void>;
  /** Commands beside the commands of the protocol. They may write any text, and set process.exitCode. */
  readonly commands?: readonly CommandModule[];
}
