/** Fifty kills of an export, at random moments between its first job and its last row: nothing is lost, and two jobs never run at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { content, killAndResume, readWhole, type Whole } from '../harness/killed-exports.ts';

const KILLS = 50;

let sandbox: RunningSandbox;
let whole: Whole;
let milliseconds: number;

beforeAll(async () => {
  sandbox = await startSandbox({ receipts: 3000, conversations: 0, rateLimit: 1_000_000, exportLatency: 0.03 });
  const began = performance.now();
  whole = await readWhole(sandbox.url, content);
  milliseconds = performance.now() - began;
});

afterAll(() => sandbox.close());

it.each(Array.from({ length: KILLS }, (_, index) => (index + Math.random()) / KILLS))(
  'killed after %f of its time',
  { timeout: 60_000 },
  async (share) => {
    const kill = AbortSignal.timeout(Math.ceil(share * milliseconds));
    const { jobs } = await killAndResume(sandbox.url, whole, { kill });
    // A job whose id never arrived is not known to the next sync, which waits for its end. An ended export is asked for its last days again.
    expect(jobs - whole.jobs).toBeLessThanOrEqual(2);
  },
);
