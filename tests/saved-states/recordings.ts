/** The syncs whose states are kept, and the points at which they are cut off. */
import {
  type CatalogStream,
  configure,
  lastStates,
  type Message,
  type Output,
  type Row,
  rowsOf,
  runConnector,
} from '../harness/connector.ts';
import { truthOf } from '../harness/truth.ts';
import { coveredRows, wholeItems } from './covered.ts';
import { type Fixture, type Items, isSelected } from './fixture.ts';
import { itemOf } from './item.ts';
import { discover, type Truth, truthOfAll } from './replay.ts';
import { armFaults, type WorkspaceName } from './workspace.ts';

export interface Recording {
  readonly about: string;
  readonly workspace: WorkspaceName;
  readonly config: Row;
  readonly streams: readonly CatalogStream[];
  readonly truth: Truth;
  readonly output: Output;
  /** The complete sync that it went on from. */
  readonly after?: Output;
}

export interface RecordOptions {
  readonly about: string;
  readonly workspace: WorkspaceName;
  readonly options?: Row;
  readonly names?: readonly string[];
  readonly mode?: 'incremental' | 'full_refresh';
  readonly after?: Recording;
  readonly faults?: readonly object[];
  readonly exitCode?: number;
}

/** The streams of version 0.1.0. Their states must be understood for ever; item.ts knows of which records their rows are. */
const EARLIER = `
  admins teams tags segments company_attributes contact_attributes conversation_attributes activity_logs
  companies company_segments company_tags company_contacts
  contacts contact_companies contact_tags contact_events contact_event_summaries contacts_by_id notes notes_by_id
  conversations conversation_contacts conversation_tags conversation_parts conversations_by_id deleted_conversations
  tickets ticket_parts counts`
  .trim()
  .split(/\s+/);

/** One sync of the streams of version 0.1.0, or of the named ones. Throws where it does not end as expected. */
export async function record(url: string, { about, workspace, ...how }: RecordOptions): Promise<Recording> {
  const { options = {}, names = EARLIER, mode = 'incremental', after, faults = [], exitCode = 0 } = how;
  const config = after?.config ?? { ...(await baseConfig(url)), ...options };
  const streams = await discover(url, config, names);
  await armFaults(url, faults);
  const output = await runConnector(
    'read',
    { config, catalog: configure(streams, () => mode), ...(after ? { state: lastStates(after.output) } : {}) },
    { baseUrl: url },
  );
  await armFaults(url, []);
  if (output.exitCode !== exitCode)
    throw new Error(`The sync ended with exit code ${output.exitCode}: ${output.stderr}`);
  const truth = await truthOfAll(url, streams);
  return { about, workspace, config, streams, truth, output, ...(after ? { after: after.output } : {}) };
}

/** With it all streams are offered. */
async function baseConfig(url: string): Promise<Row> {
  const firstIds = async (stream: string) =>
    [...(await truthOf(url, stream)).values()].slice(0, 2).map(({ body }) => body.id);
  return {
    access_token: 'sandbox-token',
    start_date: '2015-01-01T00:00:00Z',
    conversation_ids: await firstIds('conversations'),
    contact_ids: await firstIds('contacts'),
    note_ids: await firstIds('notes'),
  };
}

/** A sync up to the first message that is `last`. */
export function cut(recording: Recording, about: string, last: (message: Message) => boolean): Recording {
  const { messages } = recording.output;
  const index = messages.findIndex(last);
  if (index < 0) throw new Error(`No message is the one at which the sync is cut off: ${about}`);
  return { ...recording, about, output: { ...recording.output, messages: messages.slice(0, index + 1) } };
}

/** `selected`: the items that meet the filters. */
export function fixtureOf(recording: Recording, selected?: Items): Fixture {
  const { about, workspace, config, streams, truth, output, after } = recording;
  const before = streams
    .filter(({ default_cursor_field }) => default_cursor_field)
    .map((stream) => {
      const { name } = stream;
      const saved = after && lastStates(after).find(({ stream: each }) => each.stream_descriptor.name === name);
      const rows = [
        ...(after ? coveredRows(name, after) : []),
        ...coveredRows(name, output, saved?.stream.stream_state),
      ];
      const found = [...(truth.get(name) ?? [])].filter(([, { body }]) => isSelected(itemOf(name, body), selected));
      return [name, wholeItems(stream, rows, new Map(found))] as const;
    });
  const states = [...(after ? lastStates(after) : []), ...lastStates(output)];
  return {
    about,
    workspace,
    config,
    streams: streams.map(({ name }) => name),
    states: Object.fromEntries(states.map(({ stream }) => [stream.stream_descriptor.name, stream.stream_state])),
    before: Object.fromEntries(before),
    ...(selected ? { selected } : {}),
  };
}

/** The items that a complete sync under filters emitted, for each kind that the filters narrow. */
export function selectedBy({ output, truth }: Recording): Items {
  const kinds = ['contacts', 'companies', 'conversations'].flatMap((kind) => {
    const ids = rowsOf(output, kind).map(({ id }) => String(id));
    return ids.length < (truth.get(kind)?.size ?? 0) ? [[kind, ids] as const] : [];
  });
  return Object.fromEntries(kinds);
}
