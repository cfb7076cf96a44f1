/** INCREMENTAL: a read resumes from any of its states. */
import type { CatalogStream } from '../../../tests/harness/connector.ts';
import type { Family } from '../check.ts';
import {
  countOf,
  incrementalRead,
  incrementalStreams,
  recordsByStream,
  recordsOf,
  returnedState,
  statesOf,
  valueAt,
} from '../reads.ts';
import { fieldAt, isObject, type Json, typesOf } from '../schema-nodes.ts';
import type { Subject } from '../subject.ts';

export const incremental: Family = {
  name: 'incremental',
  checks: [
    {
      name: 'every stream has a cursor',
      problems: (subject) =>
        eachStream(subject, ({ default_cursor_field: cursor = [] }) =>
          cursor.length > 0 ? [] : ['no default_cursor_field'],
        ),
    },
    { name: 'a read with the state of another read emits other records', problems: sameAgain },
    { name: 'a read from any state emits all that remains', problems: lostAfterState },
    {
      name: 'a state in the future emits no record and a state',
      problems: async (subject) => {
        const answer = await incrementalRead(subject, subject.settings.futureStates);
        return eachStream(subject, ({ name }) => {
          const records = recordsOf(answer, name).length;
          if (records > 0) return [`the read emits ${records} records`];
          return statesOf(answer, name).length > 0 ? [] : ['no state'];
        });
      },
    },
    { name: 'cursors in states have the type of the schema', problems: badCursors },
    {
      name: 'every stream has a state in the future',
      problems: (subject) => {
        const covered = new Set(subject.settings.futureStates.map(nameOf));
        return eachStream(subject, ({ name }) =>
          covered.has(name) ? [] : ['the file of abnormal states has no state for this stream'],
        );
      },
    },
    {
      name: 'every stream with a cursor is read by its cursor',
      problems: async ({ settings, streams }) =>
        (await streams())
          .filter(
            ({ name, supported_sync_modes: modes }) =>
              modes.includes('incremental') && !settings.incremental.includes(name),
          )
          .map(({ name }) => `${name} is not in the catalog`),
    },
    {
      name: 'states of airbyte/source-intercom are accepted',
      problems: async (subject) => {
        const { sampleStates } = subject.settings;
        const answer = await incrementalRead(subject, sampleStates);
        if (answer.exitCode !== 0) return [`exit code ${answer.exitCode}`];
        const first = recordsByStream(await incrementalRead(subject));
        return sampleStates
          .map(nameOf)
          .flatMap((name) =>
            recordsOf(answer, name).length < (first.get(name)?.length ?? 0)
              ? []
              : [`${name}: the read emits all records again`],
          );
      },
    },
  ],
};

async function eachStream(
  subject: Subject,
  look: (stream: CatalogStream) => readonly string[],
): Promise<readonly string[]> {
  return (await incrementalStreams(subject)).flatMap((stream) =>
    look(stream).map((problem) => `${stream.name}: ${problem}`),
  );
}

async function sameAgain(subject: Subject): Promise<readonly string[]> {
  const first = await incrementalRead(subject);
  const last = new Map(statesOf(first).map((state) => [state.stream.stream_descriptor.name, returnedState(state)]));
  if (last.size === 0 || recordsOf(first).length === 0) return ['the first read has no state or no record'];
  const second = await incrementalRead(subject, [...last.values()]);
  return eachStream(subject, ({ name }) => {
    const [before, after] = [first, second].map((answer) =>
      JSON.stringify(recordsOf(answer, name).map(({ data }) => data)),
    );
    return before !== after ? [] : ['the second read emits the same records'];
  });
}

/** The number of states of a stream to read from, without the last state. */
const SAMPLES = 3;

/** Reads again from intermediate states, of all streams at the same time. Each read must emit the rows after its state. */
async function lostAfterState(subject: Subject): Promise<readonly string[]> {
  const first = await incrementalRead(subject);
  const problems: string[] = [];
  const streams = await incrementalStreams(subject);
  for (const { name } of streams) {
    if (statesOf(first, name).every((state) => countOf(state) === 0))
      problems.push(`${name}: no state counts a record`);
  }
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chosen = streams.flatMap(({ name }) => sampleOf(statesOf(first, name), sample));
    const again = await incrementalRead(
      subject,
      chosen.map(({ state }) => state),
    );
    for (const { state, remaining } of chosen) {
      const came = recordsOf(again, nameOf(state)).length;
      if (came < remaining)
        problems.push(`${nameOf(state)}: ${remaining} records remain after a state, but the read emits ${came}`);
    }
  }
  return problems;
}

/** Returns a state between the first and the last state, with the rows after it. With few states, returns only the last state. */
function sampleOf(states: ReturnType<typeof statesOf>, sample: number): readonly { state: Json; remaining: number }[] {
  const few = states.length < 3;
  const index = few ? states.length - 1 : 1 + Math.floor((sample * (states.length - 2)) / SAMPLES);
  const state = states[index];
  if (!state) return [];
  return [
    { state: returnedState(state), remaining: states.slice(index + 1).reduce((sum, later) => sum + countOf(later), 0) },
  ];
}

/** Finds cursors of another type than in the schema. Comparing them would give wrong results. */
async function badCursors(subject: Subject): Promise<readonly string[]> {
  const answer = await incrementalRead(subject);
  const { futureStates } = subject.settings;
  return eachStream(subject, ({ name, json_schema: schema, default_cursor_field: cursor = [] }) => {
    const types = typesOf(fieldAt(schema, cursor) ?? {});
    // The state of a relation has the cursor of its parent, under the parent's name for it.
    const path = cursor.map((field) => (field.endsWith('_updated_at') ? 'updated_at' : field));
    const inFuture = futureStates.filter((state) => nameOf(state) === name);
    // Before the end of the stream, a state may have no cursor.
    const last = statesOf(answer, name).slice(-1).map(returnedState);
    const values = [...inFuture, ...last].map(({ stream }) => valueAt(stream, ['stream_state', ...path]));
    const wrong = values.filter((value) => !types.some((type) => isOf(value, type)));
    return wrong.map(
      (value) => `a state has ${JSON.stringify(value)} as ${path.join('.')}, but the schema has ${types.join(' or ')}`,
    );
  });
}

function isOf(value: unknown, type: unknown): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function nameOf({ stream }: Json): string {
  const descriptor = isObject(stream) ? stream.stream_descriptor : undefined;
  return isObject(descriptor) ? String(descriptor.name) : '';
}
