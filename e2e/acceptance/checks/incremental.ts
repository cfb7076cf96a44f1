/** INCREMENTAL: a read resumes from any of its states. */
import type { CatalogStream } from '../../../tests/harness/connector.ts';
import type { Family } from '../check.ts';
import {
  countOf,
  handedBack,
  incrementalRead,
  incrementalStreams,
  recordsByStream,
  recordsOf,
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
          if (records > 0) return [`${records} records come from the future`];
          return statesOf(answer, name).length > 0 ? [] : ['no state'];
        });
      },
    },
    { name: 'cursors in states have the type of the schema', problems: badCursors },
    {
      name: 'every stream has a state in the future',
      problems: (subject) => {
        const covered = new Set(subject.settings.futureStates.map(nameOf));
        return eachStream(subject, ({ name }) => (covered.has(name) ? [] : ['the file of abnormal states lacks it']));
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
            recordsOf(answer, name).length < (first.get(name)?.length ?? 0) ? [] : [`${name}: everything comes again`],
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
  const last = new Map(statesOf(first).map((state) => [state.stream.stream_descriptor.name, handedBack(state)]));
  if (last.size === 0 || recordsOf(first).length === 0) return ['the first read has no state or no record'];
  const second = await incrementalRead(subject, [...last.values()]);
  return eachStream(subject, ({ name }) => {
    const [before, after] = [first, second].map((answer) =>
      JSON.stringify(recordsOf(answer, name).map(({ data }) => data)),
    );
    return before !== after ? [] : ['the same records come again'];
  });
}

/** How many states of a stream are read from, beside the last. */
const SAMPLES = 3;

/** Reads again from states in between, of all streams side by side; each must emit the rows after its state. */
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
      if (came < remaining) problems.push(`${nameOf(state)}: ${remaining} records remain after a state, ${came} come`);
    }
  }
  return problems;
}

/** One of the states between the first and the last, with the rows after it; of few states only the last. */
function sampleOf(states: ReturnType<typeof statesOf>, sample: number): readonly { state: Json; remaining: number }[] {
  const few = states.length < 3;
  const index = few ? states.length - 1 : 1 + Math.floor((sample * (states.length - 2)) / SAMPLES);
  const state = states[index];
  if (!state) return [];
  return [
    { state: handedBack(state), remaining: states.slice(index + 1).reduce((sum, later) => sum + countOf(later), 0) },
  ];
}

/** A cursor of another type, or written in another way, would be compared wrongly. */
async function badCursors(subject: Subject): Promise<readonly string[]> {
  const answer = await incrementalRead(subject);
  const { futureStates } = subject.settings;
  return eachStream(subject, ({ name, json_schema: schema, default_cursor_field: cursor = [] }) => {
    const types = typesOf(fieldAt(schema, cursor) ?? {});
    // The state of a relation holds the cursor of its parent, under the name that the parent gives it.
    const path = cursor.map((field) => (field.endsWith('_updated_at') ? 'updated_at' : field));
    const inFuture = futureStates.filter((state) => nameOf(state) === name);
    // A state may be without a cursor as long as the stream is not read to its end.
    const last = statesOf(answer, name).slice(-1).map(handedBack);
    const values = [...inFuture, ...last].map(({ stream }) => valueAt(stream, ['stream_state', ...path]));
    const wrong = values.filter((value) => !types.some((type) => isOf(value, type)));
    return wrong.map(
      (value) => `a state has ${JSON.stringify(value)} as ${path.join('.')}, the schema says ${types.join(' or ')}`,
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
