/** The streams about parts of conversations share one retrieve, and each owes a conversation whose parts are missing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Output, type Row, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf } from '../harness/sync.ts';
import { statsOf } from '../harness/truth.ts';

const STREAMS = [
  'conversation_parts',
  'conversation_part_attachments',
  'conversation_part_tags',
  'conversation_part_email_headers',
];

let sandbox: RunningSandbox;
/** A conversation with a file, and with more parts than one. */
let id: string;

beforeAll(async () => {
  sandbox = await startSandbox({ conversations: 150, contacts: 30, tickets: 5, rateLimit: 100_000 });
  const [file] = await bodiesOf(sandbox.url, 'conversation_part_attachments');
  id = String(file?.conversation_id);
});

afterAll(() => sandbox.close());

/** The conversation as Intercom shows it, with only its first `shown` parts. */
async function short(shown: number): Promise<object> {
  const headers = { Authorization: 'Bearer sandbox-token', 'Intercom-Version': '2.16' };
  const response = await fetch(`${sandbox.url}/conversations/${id}`, { headers });
  const body = (await response.json()) as { conversation_parts: { conversation_parts: readonly Row[] } };
  const list = {
    ...body.conversation_parts,
    conversation_parts: body.conversation_parts.conversation_parts.slice(0, shown),
  };
  return { path: `/conversations/${id}`, status: 200, body: { ...body, conversation_parts: list } };
}

/** The next answers about the conversation lack parts. */
async function fail(...shown: readonly number[]): Promise<void> {
  const faults = await Promise.all(shown.map(short));
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}

async function read(names: readonly string[], before?: Output) {
  await statsOf(sandbox.url, true);
  const output = await readHere(names, { baseUrl: sandbox.url, before });
  const { byEndpoint } = await statsOf(sandbox.url);
  return { output, retrieves: byEndpoint['GET /conversations/{id}'] ?? 0 };
}

const linesOf = (output: Output, name: string) =>
  rowsOf(output, name)
    .map((row) => JSON.stringify(row))
    .toSorted();
const owed = (output: Output) => lastStates(output).map(({ stream }) => stream.stream_state.owed);

async function expectTruth(...outputs: readonly Output[]): Promise<void> {
  for (const name of STREAMS) {
    const rows = new Set(outputs.flatMap((output) => linesOf(output, name)));
    expect(rows.size, name).toBe((await bodiesOf(sandbox.url, name)).length);
  }
}

it('four streams cost the retrieves of one, and each alone has its rows', async () => {
  const conversations = (await bodiesOf(sandbox.url, 'conversations')).length;
  const { output, retrieves } = await read(STREAMS);
  expect(retrieves).toBe(conversations);
  await expectTruth(output);
  for (const name of STREAMS) {
    const alone = await read([name]);
    expect(alone.retrieves).toBe(conversations);
    expect(linesOf(alone.output, name)).toEqual(linesOf(output, name));
  }
});

it('one second look at missing parts is shared, and all four streams owe the conversation until it is whole', async () => {
  const conversations = (await bodiesOf(sandbox.url, 'conversations')).length;
  await fail(0, 1);
  const first = await read(STREAMS);
  expect(first.retrieves).toBe(conversations + 1);
  expect(first.output.exitCode).toBe(1);
  expect(owed(first.output)).toEqual(STREAMS.map(() => [id]));
  expect(rowsOf(first.output, 'conversation_parts').filter((row) => row.conversation_id === id)).toHaveLength(1);
  const second = await read(STREAMS, first.output);
  expect(second.retrieves).toBe(1);
  expect(second.output.exitCode).toBe(0);
  expect(owed(second.output)).toEqual(STREAMS.map(() => undefined));
  await expectTruth(first.output, second.output);
});
