/** From every STATE of a sync, the next sync emits the rest: the rows before the state and the rows then are all rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import {
  type CatalogStream,
  configure,
  lastStates,
  type Output,
  type Row,
  runConnector,
} from '../harness/connector.ts';
import { latestRows, mutate, type TruthRow, truthOf } from '../harness/truth.ts';
import { compareRow } from '../harness/whole-row.ts';

const nothing: Output = { messages: [], exitCode: 0, signal: null, stderr: '' };
const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** A call or more for each contact, company or conversation. */
const costly = new Set([
  'contact_events',
  'contact_event_summaries',
  'company_contacts',
  'conversation_parts',
  'counts',
]);
const sizes = { contacts: 160, conversations: 310, tickets: 155, companies: 105, activityLogs: 60 };

/** Pages hold 150 records, pages of companies 100: most streams have a few pages, and as many states. */
describe.each([
  ['streams that come with their scan', sizes, (name: string) => !costly.has(name)],
  ['streams that cost calls of their own', { ...sizes, conversations: 155, companies: 10 }, (name) => costly.has(name)],
] satisfies [string, object, (name: string) => boolean][])('%s', (_, workspace, isRead) => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let streams: readonly CatalogStream[];
  let first: Output;

  const read = (before: Output) => {
    const files = { config, catalog: configure(streams), state: lastStates(before) };
    return runConnector('read', files, { baseUrl: sandbox.url });
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ rateLimit: 100_000, ...workspace });
    // Otherwise nothing has been deleted yet.
    await mutate(sandbox.url, { operations: [{ op: 'delete', kind: 'conversations' }], advance: 0 });
    const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
    const found = discovered.messages.find(({ catalog }) => catalog)?.catalog?.streams ?? [];
    streams = found.filter(({ name }) => isRead(name));
    first = await read(nothing);
  });

  afterAll(() => sandbox.close());

  it('a first sync can be gone on with from its states', { timeout: 120_000 }, () =>
    expectReplays({ url: sandbox.url, streams, read }, nothing, first),
  );

  it('a sync of changes can be gone on with from its states', { timeout: 120_000 }, async () => {
    for (const kind of ['conversations', 'contacts', 'tickets']) {
      const ids = [...(await truthOf(sandbox.url, kind)).values()].slice(0, 152).map(({ body }) => body.id);
      const operations = ids.map((id) => ({ op: 'update', kind, id }));
      // More than an overlap lies between the first and the last of a page.
      await mutate(sandbox.url, { operations, advance: 3600, spread: 10 });
    }
    await mutate(sandbox.url, { count: 40, seed: 3, deletes: false });
    await mutate(sandbox.url, { count: 0, advance: 5 });
    await expectReplays({ url: sandbox.url, streams, read }, first, await read(first));
  });
});

interface Setting {
  readonly url: string;
  readonly streams: readonly CatalogStream[];
  /** A sync that resumes from the committed state. */
  readonly read: (committed: Output) => Promise<Output>;
}

/** A replay takes seconds, and a sync of all streams has hundreds of states: these are spread over the whole of it. */
const MOST_REPLAYS = 40;

/** Replays `output`, which went on from `before`, from its states: as if nothing had come after the state. */
async function expectReplays({ url, streams, read }: Setting, before: Output, output: Output): Promise<void> {
  expect(output.exitCode).toBe(0);
  expectCounts(output);
  const known = new Map<string, { readonly truth: ReadonlyMap<string, TruthRow>; readonly had: ReadonlySet<string> }>();
  for (const stream of streams) {
    const truth = await truthOf(url, stream.name);
    known.set(stream.name, { truth, had: new Set(latestRows(stream, [before], truth).keys()) });
  }
  const states = output.messages.flatMap(({ state }, at) => (state ? [at] : []));
  expect(states.length).toBeGreaterThan(streams.length);
  const every = Math.ceil(states.length / MOST_REPLAYS);
  const chosen = states.filter((_, index) => index % every === 0);
  await inPairs(chosen, async (at) => {
    const committed = joined(before, { ...output, messages: output.messages.slice(0, at + 1) });
    const replay = await read(committed);
    const where = `after line ${at}, a state of ${output.messages[at]?.state?.stream.stream_descriptor.name}`;
    expect(replay.exitCode, where).toBe(0);
    expectCounts(replay);
    for (const stream of streams) {
      const { truth = new Map(), had } = known.get(stream.name) ?? {};
      const rows = latestRows(stream, [committed, replay], truth);
      const unknown = [...rows.keys()].filter((key) => !truth.has(key) && !had?.has(key));
      expect([...differences(rows, truth), ...unknown], `${where}: ${stream.name}`).toEqual([]);
    }
  });
}

/** Up to each state, the sum of the counts equals the number of records before it. */
function expectCounts({ messages }: Output): void {
  const emitted = new Map<string, number>();
  const counted = new Map<string, number>();
  for (const { record, state } of messages) {
    if (record) emitted.set(record.stream, (emitted.get(record.stream) ?? 0) + 1);
    if (!state) continue;
    const { name } = state.stream.stream_descriptor;
    counted.set(name, (counted.get(name) ?? 0) + state.sourceStats.recordCount);
    expect(counted.get(name), name).toBe(emitted.get(name) ?? 0);
  }
  expect(Object.fromEntries(emitted)).toEqual(Object.fromEntries([...counted].filter(([, count]) => count > 0)));
}

/** Rows that are missing or differ. */
function differences(rows: ReadonlyMap<string, Row>, truth: ReadonlyMap<string, TruthRow>): readonly string[] {
  return [...truth].flatMap(([key, expected]) => {
    const row = rows.get(key);
    if (!row) return [`${key} is missing`];
    return compareRow(row, expected).wrong.map((field) => `${key} has another ${field}`);
  });
}

function joined(...outputs: readonly Output[]): Output {
  return { ...nothing, messages: outputs.flatMap(({ messages }) => messages) };
}

async function inPairs<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const work = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all([work(), work()]);
}
