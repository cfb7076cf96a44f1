/** An export that is killed after any message goes on with the job that its state names. The long suite kills at any time. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { lastStates, type Message } from '../harness/connector.ts';
import { exportStreams } from '../harness/exports.ts';
import { content, killAndResume, readWhole, reporting, type Whole } from '../harness/killed-exports.ts';
import { statsOf } from '../harness/truth.ts';

let sandbox: RunningSandbox;
let wholes: Readonly<Record<string, Whole>>;

beforeAll(async () => {
  sandbox = await startSandbox({ receipts: 900, conversations: 0, rateLimit: 1_000_000, exportLatency: 0.01 });
  const { url } = sandbox;
  wholes = { content: await readWhole(url, content), reporting: await readWhole(url, reporting) };
});

afterAll(() => sandbox.close());

it.each([
  ['content', 0],
  ['content', 0.12],
  ['content', 0.3],
  ['content', 0.55],
  ['content', 0.8],
  ['content', 0.99],
  ['reporting', 0.02],
  ['reporting', 0.6],
])('%s, killed after %f of its messages', async (name, share) => {
  const whole = wholes[name] as Whole;
  const { messages } = whole.output;
  // Before the first state, the sync has no job that it could go on with.
  const first = messages.findIndex(({ state }) => state !== undefined);
  const last = first + Math.floor(share * (messages.length - first));
  let count = 0;
  const killAfter = () => {
    count += 1;
    return count > last;
  };
  const { jobs, refused } = await killAndResume(sandbox.url, whole, { killAfter });
  // An export that had just ended is asked for its last days again, as in any sync.
  expect([whole.jobs, whole.jobs + 1]).toContain(jobs);
  expect(refused).toBe(0);
});

it('names the job in the state of every stream before the first look at it, and one such state is enough', async () => {
  const slow = await startSandbox({ receipts: 60, conversations: 0, exportLatency: 1 });
  try {
    const kill = new AbortController();
    const killed = exportStreams(slow.url, content.streams, { kill: kill.signal });
    while (!(await statsOf(slow.url)).byEndpoint['GET /export/content/data/{id}']) await setTimeout(5);
    kill.abort();
    const states = lastStates(await killed).map(({ stream }) => stream.stream_state.job);
    expect(states).toEqual(content.streams.map(() => expect.objectContaining({ id: 'job1m' })));
    const only = { ...(await killed), messages: (await killed).messages.filter(isAboutAnswers) };
    const next = new AbortController();
    const resumed = exportStreams(slow.url, content.streams, { before: [only], kill: next.signal });
    while (!(await statsOf(slow.url)).byEndpoint['GET /download/content/data/{id}']) await setTimeout(5);
    next.abort();
    await resumed;
    expect((await statsOf(slow.url)).byEndpoint['POST /export/content/data']).toBe(1);
    expect((await statsOf(slow.url)).byStatus[429]).toBeUndefined();
  } finally {
    await slow.close();
  }
});

function isAboutAnswers({ state }: Message): boolean {
  return state?.stream.stream_descriptor.name === 'survey_answers';
}
