/** The reader is killed again and again, and resumed from the last state that it wrote: nothing may be missing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import {
  type CatalogStream,
  configure,
  lastStates,
  type Output,
  runConnector,
  type StateMessageLine,
} from '../harness/connector.ts';
import { lacking, mutate } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
const KILLS = 20;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let streams: readonly CatalogStream[];

beforeAll(async () => {
  sandbox = await startSandbox({
    token: config.access_token,
    rateLimit: 100_000,
    companies: 120,
    contacts: 500,
    conversations: 700,
    tickets: 300,
  });
  const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
  streams = discovered.messages.find((message) => message.catalog)?.catalog?.streams ?? [];
});

afterAll(() => sandbox.close());

/** A small seeded generator: the same kills in every run of this test. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

it(`resumes from the last state after ${KILLS} kills, and what all runs emitted is what exists`, {
  timeout: 120_000,
}, async () => {
  const next = random(42);
  const states = new Map<string, StateMessageLine>();
  const outputs: Output[] = [];
  let killed = 0;

  const readOnce = async (messagesBeforeKill: number) => {
    let seen = 0;
    const files = { config, catalog: configure(streams), state: [...states.values()] };
    const output = await runConnector('read', files, {
      baseUrl: sandbox.url,
      killAfter: () => {
        seen += 1;
        return seen === messagesBeforeKill;
      },
    });
    if (output.signal === 'SIGKILL') killed += 1;
    for (const state of lastStates(output)) states.set(state.stream.stream_descriptor.name, state);
    outputs.push(output);
    return output;
  };

  for (let kill = 0; kill < KILLS; kill += 1) {
    await readOnce(1 + Math.floor(next() * 600));
    if (kill % 4 === 3) await mutate(sandbox.url, { count: 20, seed: kill, deletes: false });
  }
  const last = await readOnce(Number.POSITIVE_INFINITY);

  expect(killed).toBe(KILLS);
  expect(last.exitCode).toBe(0);
  for (const stream of streams) {
    expect(await lacking(sandbox.url, stream, outputs), `${stream.name}: lacking`).toEqual([]);
  }
});
