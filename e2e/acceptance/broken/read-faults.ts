/** Faults of the command `read`. */
import { randomUUID } from 'node:crypto';
import type { Json } from '../schema-nodes.ts';
import { list } from '../schema-nodes.ts';
import { at, catalog, each, type Fault, put, type Run, record, stream, without } from './fault.ts';

const COUNTS = 'basic read: counts are exact';
const EXPECTED = 'basic read: expected records are emitted';
const SEEN = 'basic read: every field of the schemas is seen';
const VALID = 'basic read: records are valid';
const KEYS = 'basic read: keys have simple values that are not all null';
const FUTURE = 'incremental: a state in the future emits no record and a state';

const isRecord = ({ type }: Json) => type === 'RECORD';
const isRecordOf = (name: string) => (message: Json) => at(message, 'record.stream') === name;
const streamOf = (message: Json) => at(message, 'state.stream.stream_descriptor.name');

const basicRead: Readonly<Record<string, Fault>> = {
  'basic read: records share fields with the schema': {
    ...record('tags', () => ({ strange: true }), 1),
    also: [KEYS, VALID],
  },
  'basic read: records are valid': record('tags', (data) => ({ ...data, name: 7 }), 1),
  'basic read: whole numbers have no fraction': {
    line: (line) => (line.includes('"RECORD"') ? line.replace(/:(\d+),/, ':$1.0,') : line),
  },
  'basic read: every stream has records': { ...without(isRecordOf('teams')), also: [EXPECTED, SEEN, COUNTS] },
  'basic read: keys have simple values that are not all null': {
    ...record('tags', ({ id: _, ...data }) => data, 1),
    also: [VALID],
  },
  'basic read: expected records are emitted': record('admins', (data) => ({ ...data, name: 'Somebody else' })),
  'basic read: every field of the schemas is seen': {
    ...each('RECORD', (message) =>
      isRecordOf('companies')(message) ? put(message, 'record.data.website', undefined) : message,
    ),
    also: [EXPECTED],
  },
  'basic read: statuses are STARTED, RUNNING, COMPLETE': without(
    (message) => at(message, 'trace.stream_status.status') === 'COMPLETE',
  ),
  'basic read: every stream has its own STATE with a record count': {
    ...without(({ type }) => type === 'STATE'),
    also: [COUNTS],
  },
  'basic read: counts are exact': each('STATE', (message, index) =>
    index === 0 ? put(message, 'state.sourceStats.recordCount', 1e6) : message,
  ),
  'basic read: read shows no secret': {
    messages: (messages, { command, files }) => {
      const message = `The token is ${String(at(files.config, 'access_token'))}`;
      return command === 'read' ? [{ type: 'LOG', log: { level: 'INFO', message } }, ...messages] : messages;
    },
  },
};

const fullRefresh: Readonly<Record<string, Fault>> = {
  'full refresh: both reads emit records': without(isRecord),
  'full refresh: the second read is later than the first': each('RECORD', (message) =>
    put(message, 'record.emitted_at', 1),
  ),
  'full refresh: both reads emit the same records': record('tags', (data) => ({ ...data, id: randomUUID() })),
};

const incremental: Readonly<Record<string, Fault>> = {
  'incremental: every stream has a cursor': stream('segments', 'default_cursor_field', undefined),
  'incremental: a read with the state of another read emits other records': {
    asked: ({ command, files }) => ({ command, files: withoutState(files, 'segments') }),
    also: [FUTURE],
  },
  'incremental: a read from any state emits all that remains': { messages: allWithTheLastState },
  'incremental: a state in the future emits no record and a state': {
    messages: (messages, { files }) => {
      const record = { stream: 'segments', data: {}, emitted_at: 1 };
      return JSON.stringify(files.state ?? '').includes('7626086649')
        ? [...messages, { type: 'RECORD', record }]
        : messages;
    },
  },
  'incremental: cursors in states have the type of the schema': each('STATE', (message) => {
    const value = at(message, 'state.stream.stream_state.updated_at');
    return value === undefined ? message : put(message, 'state.stream.stream_state.updated_at', String(value));
  }),
  'incremental: every stream with a cursor is read by its cursor': catalog((streams) => [
    ...streams,
    { ...streams.find(({ name }) => name === 'segments'), name: 'another' },
  ]),
  'incremental: states of airbyte/source-intercom are accepted': {
    exitCode: ({ files }) => (JSON.stringify(files.state ?? '').includes('prior_state') ? 1 : 0),
  },
};

export const READ_FAULTS: Readonly<Record<string, Fault>> = { ...basicRead, ...fullRefresh, ...incremental };

function withoutState(files: Run['files'], name: string): Run['files'] {
  if (files.state === undefined) return files;
  return { ...files, state: list(files.state).filter((state) => at(state, 'stream.stream_descriptor.name') !== name) };
}

/** Gives each state of a stream the stream's last state, which is ahead of the records. */
function allWithTheLastState(messages: readonly Json[]): readonly Json[] {
  const last = new Map(messages.filter(({ type }) => type === 'STATE').map((message) => [streamOf(message), message]));
  return messages.map((message) => {
    const end = message.type === 'STATE' ? last.get(streamOf(message)) : undefined;
    return end ? put(message, 'state.stream.stream_state', at(end, 'state.stream.stream_state')) : message;
  });
}
