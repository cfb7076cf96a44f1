/** A stream of this connector: its sources, and what users must know about it. */
import { type Row, type Source, type SourceOptions, type Stream, source } from '@airbyte-ts/cdk-shim';
import type { CallingRun, Intercom, IntercomRun } from '../config/context.ts';
import type { Settings } from '../config/settings.ts';
import type { Resource } from '../scans/resource.ts';
import { isTombstone } from '../scans/tombstone.ts';
import type { Schema } from './expand/expandable.ts';
import type { Permission } from './permissions.ts';

/** A source, and what follows from it for its stream. */
export interface IntercomSource extends Source<Intercom> {
  readonly primaryKey: readonly string[];
  readonly cursorField?: string;
  /** The calls that make the rows: first the call of the scan, then those for the rows. */
  readonly endpoints: readonly string[];
  /** What the rows cost in calls, in words that go on after "Calls:". */
  readonly cost: string;
}

export interface StreamOptions {
  /** The name of the stream and of its schema: schemas/<name>.json. */
  readonly name: string;
  /** One for each scan that brings rows. Key, cursor, endpoints and cost follow from them. */
  readonly sources: readonly IntercomSource[];
  /** Default: the key of the first source. */
  readonly primaryKey?: readonly string[];
  /** The permission of the access token that the stream needs. */
  readonly permission: Permission;
  /** Intercom's page about the rows: its address below the API reference. */
  readonly docs: string;
  /** The name of the report that people know the rows from. */
  readonly report?: string;
  /** The tables of Fivetran's connector that hold the same rows. */
  readonly fivetran?: readonly string[];
  /** The schema of the rows, of a stream that settings make; any other one has a file in schemas/. It may refer to such files. */
  readonly schema?: Schema;
  /** The stream whose columns this one has as well; its own schema adds to them. */
  readonly columnsOf?: string;
  /** The same schema with the columns that the stream has in one workspace only. Throws as a call does. */
  readonly schemaInWorkspace?: (run: CallingRun) => Promise<Schema>;
  /** Whether the stream exists under a config. Default: always. */
  readonly offered?: (settings: Settings) => boolean;
  /** A stream that costs a call for each record, or starts a job: it exists where `optional_streams` names it. */
  readonly optIn?: true;
  /** What the stream costs in calls, where its sources do not say all of it. */
  readonly cost?: string;
}

export interface IntercomStream extends Stream<Intercom>, Omit<StreamOptions, 'primaryKey' | 'sources' | 'cost'> {
  readonly endpoints: readonly string[];
  readonly cost: string;
}

const REFERENCE = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/';

export function stream({ docs, ...options }: StreamOptions): IntercomStream {
  const [first] = options.sources;
  const { primaryKey = first?.primaryKey ?? [], cost = first?.cost ?? '' } = options;
  const cursorField = first?.cursorField;
  const endpoints = [...new Set(options.sources.flatMap((each) => each.endpoints))];
  return {
    ...(options.optIn ? { offered: ({ optionalStreams }: Settings) => optionalStreams.includes(options.name) } : {}),
    ...options,
    docs: REFERENCE + docs,
    primaryKey,
    cost,
    endpoints,
    ...(cursorField === undefined ? {} : { cursorField }),
  };
}

/** What follows from a resource for the streams that read it. */
export interface SourceFacts extends Partial<Pick<IntercomSource, 'primaryKey' | 'cursorField' | 'cost'>> {
  /** The calls for the rows beside the call of the scan. Default: none. */
  readonly asks?: readonly string[];
}

/** A resource, and the rows made of its records. */
export function sourceOf<T, F>(
  resource: Resource<T, F>,
  rows: Parameters<typeof source<T, Intercom, F>>[1],
  {
    asks = [],
    primaryKey = ['id'],
    cost,
    cursorField = resource.cursorField,
    ...options
  }: SourceFacts & SourceOptions<Intercom> = {},
): IntercomSource {
  return {
    ...source(resource, rows, options),
    primaryKey,
    endpoints: [resource.endpoint, ...(resource.asks ?? []), ...asks],
    cost: cost ?? resource.cost,
    ...(cursorField === undefined ? {} : { cursorField }),
  };
}

/** The records of a resource as rows, each as Intercom gives it. A deleted record makes a row where deletions are asked for. */
export function records<T extends object, F>(
  resource: Resource<T, F>,
  options: SourceFacts & SourceOptions<Intercom> = {},
): IntercomSource {
  return sourceOf(resource, recordRow, options);
}

export function recordRow(record: object, { context }: IntercomRun): readonly Row[] {
  return isTombstone(record) && !context.settings.emitDeletions ? [] : [record as Row];
}
