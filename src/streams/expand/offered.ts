/** The streams that exist under a config. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../config/context.ts';
import { streamsUnder } from '../dynamic/index.ts';
import type { IntercomStream } from '../stream.ts';
import { expansionOf } from './expand.ts';
import { type Expandable, expandableColumns, type Schema } from './expandable.ts';
import { shareRows } from './share-rows.ts';

interface Named {
  readonly stream: IntercomStream;
  readonly column: Expandable;
}

/**
 * The streams of this connector that the config does not leave out, each followed by the streams of its columns that
 * `expand` names. `schemaOf` returns the schema of a stream. Throws ConfigError where `expand` names an unknown column.
 */
export function offeredStreams(
  context: Intercom,
  schemaOf: (stream: IntercomStream) => Schema,
): readonly IntercomStream[] {
  const { settings } = context;
  const offered = streamsUnder(settings);
  const named = [...new Set(settings.expand)].map((value) => columnNamed(value, offered, schemaOf));
  const byStream = Map.groupBy(named, ({ stream }) => stream);
  return offered.flatMap((stream) => {
    const columns = byStream.get(stream);
    if (!columns) return [stream];
    const shared = shareRows(stream);
    return [shared, ...columns.map(({ column }) => expansionOf(shared, column))];
  });
}

/** Finds the column that a value of `expand` names, as "stream.column". */
function columnNamed(
  value: string,
  offered: readonly IntercomStream[],
  schemaOf: (stream: IntercomStream) => Schema,
): Named {
  const [name, column] = value.split('.');
  const stream = offered.find((one) => one.name === name);
  if (!stream) {
    const names = offered.map((one) => one.name).join(', ');
    throw new ConfigError(
      `The config field "expand" names "${value}", but there is no stream "${name}" under this config: possible are the columns of ${names}.`,
    );
  }
  const columns = expandableColumns(schemaOf(stream));
  const known = columns.find((one) => one.name === column);
  if (known) return { stream, column: known };
  const possible = columns.map((one) => `${name}.${one.name}`).join(', ');
  throw new ConfigError(
    `The config field "expand" names "${value}", which is no column that holds a list or an object: ${
      possible ? `possible are ${possible}` : `the stream ${name} has none`
    }.`,
  );
}
