/** Scorecards and evaluations of monitors, which the search shows only where a stream asks for them. */
import { afterEach, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { type Row, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, readWhole } from '../harness/sync.ts';
import { mutate } from '../harness/truth.ts';

const size = { conversations: 60, contacts: 20, tickets: 5, rateLimit: 100_000 };
const stream = 'conversation_scorecards';

let sandbox: RunningSandbox;

afterEach(() => sandbox.close());

/** The conversations by the time of their last change, the latest first. */
async function latest(): Promise<readonly Row[]> {
  const bodies = await bodiesOf(sandbox.url, 'conversations');
  return bodies.toSorted((a, b) => Number(b.updated_at) - Number(a.updated_at));
}

const score = (id: unknown, advance: number) =>
  mutate(sandbox.url, { advance, operations: [{ op: 'score', kind: 'conversations', id }] });

const of = (rows: readonly Row[], id: unknown) => rows.filter(({ conversation_id }) => conversation_id === id);

it('the streams beside them have the same rows and repeat nothing when they are added', async () => {
  sandbox = await startSandbox(size);
  const alone = await readHere('conversations', { baseUrl: sandbox.url });
  const added = ['conversations', stream, 'conversation_monitor_evaluations'];
  const after = await readHere(added, { baseUrl: sandbox.url, before: alone });
  expect(rowsOf(after, 'conversations')).toEqual([]);
  for (const name of added.slice(1)) {
    expect(rowsOf(after, name), name).toHaveLength((await bodiesOf(sandbox.url, name)).length);
  }
  const whole = await readHere(added, { baseUrl: sandbox.url, mode: 'full_refresh' });
  const byId = (rows: readonly Row[]) => rows.toSorted((a, b) => Number(a.id) - Number(b.id));
  expect(byId(rowsOf(whole, 'conversations'))).toEqual(byId(rowsOf(alone, 'conversations')));
});

it('a column of theirs that is a stream is read without them', async () => {
  sandbox = await startSandbox(size);
  const output = await readWhole(sandbox.url, { expand: [`${stream}.evaluators`] }, `${stream}__evaluators`);
  const evaluators = (await bodiesOf(sandbox.url, stream)).flatMap((row) => row.evaluators as readonly Row[]);
  expect(evaluators.length).toBeGreaterThan(0);
  expect(rowsOf(output, `${stream}__evaluators`)).toHaveLength(evaluators.length);
});

it('a score that moves updated_at comes with the next sync', async () => {
  sandbox = await startSandbox(size);
  const [, second] = await latest();
  const first = await readHere(stream, { baseUrl: sandbox.url });
  await score(second?.id, 86_400);
  const next = await readHere(stream, { baseUrl: sandbox.url, before: first });
  expect(of(rowsOf(next, stream), second?.id)).toHaveLength(of(rowsOf(first, stream), second?.id).length + 1);
});

it('a score that does not move it comes as long as the conversation is asked for again, and with a full refresh', async () => {
  sandbox = await startSandbox({ ...size, scoresTouch: false });
  const conversations = await latest();
  const [newest, oldest] = [conversations[0], conversations.at(-1)];
  const first = await readHere(['conversations', stream], { baseUrl: sandbox.url });
  await score(newest?.id, 60);
  await score(oldest?.id, 60);
  const next = await readHere(['conversations', stream], { baseUrl: sandbox.url, before: first });
  expect(of(rowsOf(next, stream), newest?.id)).not.toEqual([]);
  expect(of(rowsOf(next, stream), oldest?.id)).toEqual([]);
  expect(rowsOf(next, 'conversations')).toEqual([]);
  const whole = await readHere(stream, { baseUrl: sandbox.url, mode: 'full_refresh' });
  expect(of(rowsOf(whole, stream), oldest?.id)).not.toEqual([]);
});
