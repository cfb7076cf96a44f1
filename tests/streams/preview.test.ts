/** What only the Preview of Intercom's API has: what became of contacts, and the deletions that follow from it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { checkHere } from '../harness/check-here.ts';
import { lastStates, type Output, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf, sync } from '../harness/sync.ts';
import { mutate, statsOf } from '../harness/truth.ts';

const name = 'contact_activities';
const endpoint = 'GET /contacts/activities';
const options = { preview: true, emit_deletions: true };
const stateOf = (output: Output) => lastStates(output)[0]?.stream.stream_state;
const goneIn = (output: Output) => rowsOf(output, 'contacts').filter((row) => row._ab_cdc_deleted_at);

let sandbox: RunningSandbox;

async function start(more: Partial<SandboxOptions> = {}) {
  sandbox = await startSandbox({ companies: 1, contacts: 320, conversations: 1, tickets: 1, ...more });
  return sandbox.url;
}

afterEach(() => sandbox.close());

const deleteContacts = (ids: readonly string[], more = {}) =>
  mutate(sandbox.url, { operations: ids.map((id) => ({ op: 'delete', kind: 'contacts', id })), ...more });

describe.each(['flat', 'nested'] as const)('activities that are %s', (contactActivities) => {
  it('come once each, and mark deleted contacts', async () => {
    const baseUrl = await start({ contactActivities });
    const first = await sync(baseUrl, options, ['contacts', name]);
    expect(rowsOf(first, name)).toHaveLength(320);
    expect(goneIn(first)).toEqual([]);
    const ids = idsOf(rowsOf(first, 'contacts')).slice(4, 7);
    await deleteContacts(ids);
    await statsOf(baseUrl, true);
    const second = await sync(baseUrl, options, ['contacts', name], { before: first });
    expect(idsOf(goneIn(second))).toEqual(ids);
    expect(rowsOf(second, name).map(({ activity_type }) => activity_type)).toEqual(['deleted', 'deleted', 'deleted']);
    expect(idsOf(rowsOf(second, name), 'contact_id')).toEqual(ids);
    expect((await statsOf(baseUrl)).byEndpoint[endpoint]).toBe(1);
    const third = await sync(baseUrl, options, ['contacts', name], { before: second });
    expect(third.messages.filter(({ record }) => record)).toEqual([]);
  });
});

it('goes on after a kill where the last state says, and repeats nothing', async () => {
  const baseUrl = await start();
  const whole = await readHere(name, { baseUrl, options });
  const state = whole.messages.find((message) => message.state)?.state?.stream.stream_state;
  const at = whole.messages.findIndex((message) => message.state);
  const before = whole.messages.slice(0, at).filter((message) => message.record).length;
  expect(before).toBe(150);
  const rest = await readHere(name, { baseUrl, options, state });
  expect(rowsOf(rest, name)).toEqual(rowsOf(whole, name).slice(before));
});

it('begins anew where Intercom no longer knows the place, and repeats nothing', async () => {
  const baseUrl = await start();
  const first = await readHere(name, { baseUrl, options });
  await deleteContacts(idsOf(await bodiesOf(baseUrl, 'contacts')).slice(0, 2));
  const second = await readHere(name, { baseUrl, options, state: { ...stateOf(first), starting_after: 'forgotten' } });
  expect(second.exitCode).toBe(0);
  expect(rowsOf(second, name).map(({ activity_type }) => activity_type)).toEqual(['deleted', 'deleted']);
  // A kill after the first page must not lose what lies on later ones.
  const early = second.messages.find(({ state }) => state)?.state;
  expect(early?.stream.stream_state.created_at).toBe(stateOf(first)?.created_at);
});

it('undoes no deletion of a contact that the search shows later, however much happened since', async () => {
  const baseUrl = await start({ indexLag: 600 });
  const first = await sync(baseUrl, options, ['contacts']);
  const [id = ''] = idsOf(await bodiesOf(baseUrl, 'contacts'));
  await mutate(baseUrl, { operations: [{ op: 'update', kind: 'contacts', id }], advance: 60 });
  await deleteContacts([id]);
  const second = await sync(baseUrl, options, ['contacts'], { before: first });
  expect(idsOf(goneIn(second))).toEqual([id]);
  const operations = Array.from({ length: 400 }, () => ({ op: 'create', kind: 'contacts' }));
  await mutate(baseUrl, { operations, advance: 60, spread: 0 });
  const third = await sync(baseUrl, options, ['contacts'], { before: second });
  // By now the index knows of the update, and not yet of the deletion.
  await mutate(baseUrl, { count: 0, advance: 500 });
  const fourth = await sync(baseUrl, options, ['contacts'], { before: third });
  expect(rowsOf(fourth, 'contacts').length).toBe(0);
  const notes = fourth.messages.flatMap(({ log }) => (log?.message.includes('deleted and still found') ? [log] : []));
  expect(notes.length).toBeGreaterThan(0);
});

it('takes an empty answer for no news, since Intercom gives one while it cannot read its log', async () => {
  const baseUrl = await start();
  let silent = false;
  const api = await startAlteredApi(baseUrl, async ({ url }, passOn) => {
    const reply = await passOn();
    if (!silent || !url.startsWith('/contacts/activities')) return reply;
    return { ...reply, body: JSON.stringify({ type: 'list', data: [], pages: { type: 'pages', per_page: 150 } }) };
  });
  try {
    const first = await readHere(name, { baseUrl: api.url, options });
    await deleteContacts(idsOf(await bodiesOf(baseUrl, 'contacts')).slice(0, 2));
    await mutate(baseUrl, { count: 0, advance: 86_400 });
    silent = true;
    const second = await readHere(name, { baseUrl: api.url, options, state: stateOf(first) });
    expect([second.exitCode, rowsOf(second, name)]).toEqual([0, []]);
    silent = false;
    const third = await readHere(name, { baseUrl: api.url, options, state: stateOf(second) });
    expect(rowsOf(third, name)).toHaveLength(2);
    const versions = api.asked.map(({ url, headers }) => [/^\/contacts\/act/.test(url), headers['intercom-version']]);
    expect(new Set(versions.map(String))).toEqual(new Set(['true,Preview', 'false,2.16']));
  } finally {
    await api.close();
  }
});

it('says in check that the Preview is not open to the app, and fails its streams alone', async () => {
  const baseUrl = await start();
  const errors = [{ code: 'intercom_version_invalid', message: 'The requested version could not be found' }];
  const api = await startAlteredApi(baseUrl, async ({ headers }, passOn) => {
    const reply = await passOn();
    if (headers['intercom-version'] !== 'Preview') return reply;
    return { ...reply, status: 400, body: JSON.stringify({ type: 'error.list', errors }) };
  });
  try {
    expect(await checkHere(api.url, { preview: true })).toBe(
      'The Preview of Intercom\'s API is not open to the app, and no other version has these streams: contact_activities, folders; leave them out, or switch "preview" off.',
    );
    const output = await readHere('folders', { baseUrl: api.url, options });
    expect(output.exitCode).toBe(1);
    const [error] = output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(error?.message).toContain('is not open to the app');
  } finally {
    await api.close();
  }
});

it('asks for nothing of the Preview without the option', async () => {
  const baseUrl = await start();
  await statsOf(baseUrl, true);
  await sync(baseUrl, { emit_deletions: true }, ['contacts']);
  expect((await statsOf(baseUrl)).byEndpoint[endpoint]).toBeUndefined();
});
