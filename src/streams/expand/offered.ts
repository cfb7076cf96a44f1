/** The streams that there are under a config. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../../config/context.ts';
import { streams } from '../index.ts';
import type { IntercomStream } from '../stream.ts';
import { expansionOf } from './expand.ts';
import { type Expandable, expandableColumns, type Schema } from './expandable.ts';
import { shareRows } from './share-rows.ts';

type AnyStream = IntercomStream<unknown>;

interface Named {
  readonly stream: AnyStream;
  readonly column: Expandable;
}

/**
 * Those of this connector that the config does not leave out, each followed by those of its columns that `expand` names.
 * `schemaOf` gives the schema of a stream of this connector. Throws ConfigError where `expand` names what there is not.
 */
export function offeredStreams(context: Intercom, schemaOf: (stream: AnyStream) => Schema): readonly AnyStream[] {
  const { settings } = context;
  const offered = streams.filter((stream) => stream.offered?.(settings) ?? true);
  const named = [...new Set(settings.expand)].map((value) => columnNamed(value, offered, schemaOf));
  const byStream = Map.groupBy(named, ({ stream }) => stream);
  return offered.flatMap((stream) => {
    const columns = byStream.get(stream);
    if (!columns) return [stream];
    const shared = shareRows(stream, context);
    return [shared, ...columns.map(({ column }) => expansionOf(shared, column))];
  });
}

/** What a value of `expand` means: "stream.column". */
function columnNamed(value: string, offered: readonly AnyStream[], schemaOf: (stream: AnyStream) => Schema): Named {
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
