/** An export that is killed after any message goes on with the job that its state names. The long suite kills at any time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { content, killAndResume, readWhole, reporting, type Whole } from '../harness/killed-exports.ts';

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
