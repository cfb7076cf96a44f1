/** What a connector gives to the command line: its spec, its streams, and how it opens and proves a connection. */
import type { CommandModule } from 'yargs';
import type { JsonObject, Log, Stream } from './contract.ts';

/** `C` is the connector's own context, such as its client and settings; streams get it through their runs. */
export interface Connector<C> {
  /** The name of the program, as in the usage. */
  readonly name: string;
  readonly version: string;
  /** The ConnectorSpecification. */
  readonly spec: JsonObject;
  /** The streams that exist under a config. */
  readonly streams: (context: C) => readonly Stream<C>[];
  /** The JSON schema of a stream's rows, as far as it is the same in every workspace. */
  readonly rowSchema: (stream: Stream<C>) => JsonObject;
  /** The JSON schema of a stream's rows in the workspace that the context is about. */
  readonly schema: (stream: Stream<C>, context: C, log: Log) => Promise<JsonObject>;
  /** Makes the context of a config that fits the spec. Throws ConfigError for a value that fits the spec and is wrong all the same. */
  readonly open: (config: JsonObject, log: Log) => C | Promise<C>;
  /** Throws when nothing can be read. Returns a sentence where something cannot be read, such as for missing permissions. */
  readonly check: (context: C) => Promise<string | undefined>;
  readonly close?: (context: C) => Promise<void>;
  /** Commands beside those of the protocol. They write what they like; exit codes go into process.exitCode. */
  readonly commands?: readonly CommandModule[];
}
