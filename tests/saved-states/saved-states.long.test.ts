/** A sync resumes from every state that an earlier version saved: it loses nothing and repeats nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogStream, lastStates, type Output, type Row, rowsOf } from '../harness/connector.ts';
import { digestOf } from './digest.ts';
import { type Fixture, readDigests, readFixtures, statesOf } from './fixture.ts';
import { forms } from './forms.ts';
import { discover, problemsOf, readOn, type Truth, truthOfAll, twice } from './replay.ts';
import { advance, type Change, mutate, startWorkspace, type Workspace, type WorkspaceName } from './workspace.ts';

const MINUTE = 60;
const HOUR = 3600;

const fixtures = await readFixtures();
const digests = await readDigests();

it.each(Object.keys(digests) as WorkspaceName[])(
  'the workspace "%s" is the one in which the states were saved: otherwise what they remember means nothing',
  async (name) => {
    const workspace = await startWorkspace(name);
    try {
      expect(await digestOf(workspace.url)).toEqual(digests[name]);
    } finally {
      await workspace.close();
    }
  },
);

it('the fixtures hold a state of every form', () => {
  const lacking = Object.entries(forms).flatMap(([stream, ofStream]) => {
    const states = [...fixtures.values()].map(({ states: saved }): Row => saved[stream] ?? {});
    return Object.entries(ofStream).flatMap(([name, is]) => (states.some(is) ? [] : [`${stream} ${name}`]));
  });
  expect(lacking).toEqual([]);
});

describe.each([...fixtures])('%s', (_, fixture) => {
  let workspace: Workspace;
  let streams: readonly CatalogStream[];
  let then: Truth;

  beforeEach(async () => {
    workspace = await startWorkspace(fixture.workspace);
    streams = await discover(workspace.url, fixture.config, fixture.streams);
    then = await truthOfAll(workspace.url, streams);
  });

  afterEach(() => workspace.close());

  const read = (state: unknown) => readOn(workspace.url, { config: fixture.config, streams, state });

  async function expectRest(output: Output): Promise<void> {
    const now = await truthOfAll(workspace.url, streams);
    expect(streams.flatMap((stream) => problemsOf(stream, { fixture, then, now, output }))).toEqual([]);
  }

  it('nothing changed: the rest comes, and then nothing', async () => {
    // The clock must not be behind the one of the saved states.
    await advance(workspace.url, HOUR);
    const output = await read(statesOf(fixture));
    await expectRest(output);
    expect(streams.flatMap((stream) => twice(stream, output))).toEqual([]);
    const next = await read(statesAfter(fixture, output));
    expect(withCursor(streams, next)).toEqual([]);
  });

  // After a change the truth does not tell which records meet the filters.
  if (!fixture.selected) {
    it('records changed since: the rest comes, and the changes', async () => {
      await mutate(workspace.url, changesFor(fixture));
      await advance(workspace.url, 2 * HOUR);
      await expectRest(await read(statesOf(fixture)));
    });
  }
});

it('the states are understood as bookmarks, as a Singer runner keeps them', async () => {
  const fixture = fixtures.get('end');
  if (!fixture) throw new Error('There are no states of a sync that came to its end.');
  const workspace = await startWorkspace(fixture.workspace);
  try {
    await advance(workspace.url, HOUR);
    const streams = await discover(workspace.url, fixture.config, fixture.streams);
    const state = { bookmarks: fixture.states, currently_syncing: null };
    expect(withCursor(streams, await readOn(workspace.url, { config: fixture.config, streams, state }))).toEqual([]);
  } finally {
    await workspace.close();
  }
});

/** An orchestrator keeps the saved state of a stream that saves none. */
function statesAfter(fixture: Fixture, output: Output): unknown {
  const states = [...statesOf(fixture), ...lastStates(output)];
  return [...new Map(states.map((state) => [state.stream.stream_descriptor.name, state])).values()];
}

/** The streams with a cursor that emitted anything. */
function withCursor(streams: readonly CatalogStream[], output: Output): readonly string[] {
  return streams.flatMap(({ name, default_cursor_field }) =>
    default_cursor_field && rowsOf(output, name).length > 0 ? [name] : [],
  );
}

/** Changes at random, some minutes after the states were saved. Deletions only where the sync emits them. */
function changesFor({ config }: Fixture): Change {
  return { count: 60, seed: 11, deletes: config.emit_deletions === true, advance: 5 * MINUTE, spread: 1 };
}
