/** Phone calls and their transcripts: both forms of what is documented twice, few calls of the API, and transcripts that come late. */
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, type Row, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { mutate, statsOf, truthOf } from '../harness/truth.ts';

type Options = NonNullable<Parameters<typeof startSandbox>[0]>;

const DAY = 86_400;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

const start = async (options: Options = {}) => {
  sandbox = await startSandbox({ contacts: 20, conversations: 400, companies: 0, tickets: 0, calls: 200, ...options });
  // So that no transcript of the generated calls may still come.
  await mutate(sandbox.url, { operations: [], advance: 8 * DAY });
};

afterEach(() => sandbox.close());

/** One sync of a stream, and the calls that it made. */
async function read(stream: string, before?: Output) {
  await statsOf(sandbox.url, true);
  const state = before && lastStates(before)[0]?.stream.stream_state;
  const output = await readHere(stream, { baseUrl: sandbox.url, state });
  const { byEndpoint } = await statsOf(sandbox.url);
  return { output, searches: byEndpoint['POST /calls/search'] ?? 0, alone: byEndpoint['GET /calls/{id}/transcript'] };
}

const owedBy = (output: Output) => lastStates(output)[0]?.stream.stream_state.owed;
const bodies = async (stream: string) => [...(await truthOf(sandbox.url, stream)).values()].map(({ body }) => body);
const inOrder = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => JSON.stringify(Object.values(a)).localeCompare(JSON.stringify(Object.values(b))));
const keyed = (rows: readonly Row[]) =>
  new Map(rows.map((row) => [`${row.id ?? row.call_id} ${row.position ?? ''}`, row]));

const readings: readonly Options[] = [
  {},
  { callTimes: 'iso' },
  { transcripts: 'entries' },
  { callTimes: 'iso', transcripts: 'entries', pagedLists: true },
];

describe.each(readings)('under the reading %j', (reading) => {
  it('rows are exactly those that exist, and the next sync has none', async () => {
    await start(reading);
    for (const stream of ['calls', 'call_transcripts']) {
      const first = await read(stream);
      expect(first.output.exitCode).toBe(0);
      expect(keyed(rowsOf(first.output, stream))).toEqual(keyed(await bodies(stream)));
      const second = await read(stream, first.output);
      expect(rowsOf(second.output, stream)).toEqual([]);
      expect(second.searches).toBe(0);
    }
  });
});

it('transcripts are asked for by twenty conversations at a time', async () => {
  await start({ calls: 600 });
  const { output, searches, alone } = await read('call_transcripts');
  const calls = await bodies('calls');
  const pages = Math.ceil(calls.length / 25);
  expect(searches).toBeGreaterThanOrEqual(pages);
  expect(searches).toBeLessThanOrEqual(pages * 2);
  expect(alone).toBe(calls.filter((call) => !call.conversation_id && call.transcription_url).length);
  expect(output.exitCode).toBe(0);
});

describe('a transcript that is not there yet', () => {
  /** A call that is the only one of its conversation, and whose transcript is completed. */
  async function someCall(): Promise<Row> {
    await start();
    const transcripts = new Set((await bodies('call_transcripts')).map(({ call_id }) => call_id));
    const calls = await bodies('calls');
    const ofOne = (row: Row) => calls.filter(({ conversation_id }) => conversation_id === row.conversation_id).length;
    return calls.find((row) => row.conversation_id && ofOne(row) === 1 && transcripts.has(row.id)) ?? {};
  }

  const change = ({ id }: Row) =>
    mutate(sandbox.url, { operations: [{ op: 'update', kind: 'calls', id }], advance: 60 });

  const fail = (faults: readonly object[]) =>
    fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
  const found = (call: Row, more: object) => ({
    path: '/calls/search',
    status: 200,
    times: 1,
    body: { type: 'list', data: [{ ...call, ...more }] },
  });
  const rowsOfCall = (output: Output, { id }: Row) =>
    rowsOf(output, 'call_transcripts').filter(({ call_id }) => call_id === id);

  it.each([
    ['in_progress', [], 0],
    ['in_progress', [{ content: 'Hello' }, null, 7, {}], 1],
    [null, [{}], 0],
  ])('with the state %j and entries %j is asked for by the next sync', async (transcript_status, transcript, rows) => {
    const call = await someCall();
    const before = await read('call_transcripts');
    await change(call);
    await fail([found(call, { transcript, transcript_status })]);
    const first = await read('call_transcripts', before.output);
    expect(first.output.exitCode).toBe(0);
    expect(rowsOfCall(first.output, call)).toHaveLength(rows);
    expect(owedBy(first.output)).toEqual([call.id]);
    const second = await read('call_transcripts', first.output);
    expect(second.searches).toBe(1);
    const whole = (await bodies('call_transcripts')).filter(({ call_id }) => call_id === call.id);
    expect(inOrder(rowsOfCall(second.output, call))).toEqual(inOrder(whole));
    expect(owedBy(second.output)).toBeUndefined();
    expect((await read('call_transcripts', second.output)).searches).toBe(0);
  });

  it('is owed no longer a week after the call changed', async () => {
    const call = await someCall();
    const before = await read('call_transcripts');
    await change(call);
    const pending = found(call, { transcript: [], transcript_status: 'in_progress' });
    await fail([{ ...pending, times: 2 }]);
    const first = await read('call_transcripts', before.output);
    expect(owedBy(first.output)).toEqual([call.id]);
    await mutate(sandbox.url, { operations: [], advance: 8 * DAY });
    const second = await read('call_transcripts', first.output);
    expect(second.searches).toBe(1);
    expect(owedBy(second.output)).toBeUndefined();
    expect((await read('call_transcripts', second.output)).searches).toBe(0);
  });

  it('of a call without a conversation that answers 404 is owed as well', async () => {
    await start();
    const calls = await bodies('calls');
    const { id } = calls.find((row) => !row.conversation_id && row.transcription_url) ?? {};
    const before = await read('call_transcripts');
    await change({ id });
    await fail([{ path: `/calls/${id}/transcript`, status: 404, times: 1 }]);
    const first = await read('call_transcripts', before.output);
    expect(first.output.exitCode).toBe(0);
    expect(owedBy(first.output)).toEqual([id]);
    expect((await read('call_transcripts', first.output)).alone).toBe(1);
  });
});
