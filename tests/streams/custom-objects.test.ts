/** Custom objects: a stream for each type that the config names, beyond the rules of every stream. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { checkHere } from '../harness/check-here.ts';
import { lastStates, rowsOf, runConnector } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf } from '../harness/sync.ts';
import { mutate } from '../harness/truth.ts';

const stream = 'custom_object_device';
const few = { companies: 1, contacts: 1, conversations: 1, tickets: 1, customObjectDevice: 310 };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox(few);
});

afterAll(() => sandbox.close());

it('reads every page, although Intercom names no next one, and later what changed', async () => {
  const options = { custom_object_types: ['device'] };
  const first = await readHere(stream, { baseUrl: sandbox.url, options });
  expect(idsOf(rowsOf(first, stream))).toEqual(idsOf(await bodiesOf(sandbox.url, stream)));
  expect(rowsOf(first, stream)).toHaveLength(310);
  const ids = idsOf(rowsOf(first, stream)).slice(7, 9);
  await mutate(sandbox.url, { operations: ids.map((id) => ({ op: 'update', kind: stream, id })) });
  const state = lastStates(first)[0]?.stream.stream_state;
  const second = await readHere(stream, { baseUrl: sandbox.url, options, state });
  expect(idsOf(rowsOf(second, stream))).toEqual(ids);
});

it('makes a stream of each type and of its columns, with a schema', async () => {
  const config = {
    access_token: 'sandbox-token',
    start_date: '2024-01-01T00:00:00Z',
    custom_object_types: ['device', 'Order_2'],
    expand: ['custom_object_Order_2.custom_attributes'],
  };
  const { messages } = await runConnector('discover', { config }, { baseUrl: sandbox.url });
  const found = messages.flatMap(({ catalog }) => catalog?.streams ?? []).filter(({ name }) => /^custom/.test(name));
  expect(found.map(({ name }) => name)).toEqual([
    stream,
    'custom_object_Order_2',
    'custom_object_Order_2__custom_attributes',
  ]);
  const schema = found[1]?.json_schema as { description: string; properties: Record<string, unknown> };
  expect(schema.description).toBe('The custom objects of the type Order_2.');
  expect(Object.keys(schema.properties)).toContain('external_updated_at');
});

it('says in check which types do not exist, and which ones attributes refer to', async () => {
  expect(await checkHere(sandbox.url, { custom_object_types: ['device'] })).toBeUndefined();
  expect(await checkHere(sandbox.url, { custom_object_types: ['device', 'Gadget'] })).toBe(
    'The config needs a correction: the field "custom_object_types" names "Gadget", which is not a type of custom objects of this workspace: give the identifier that the type has in Intercom\'s settings; attributes refer to device.',
  );
});

it('fails the stream of a type that does not exist, and says which', async () => {
  const options = { custom_object_types: ['Gadget'] };
  const output = await readHere('custom_object_Gadget', { baseUrl: sandbox.url, options });
  expect(output.exitCode).toBe(1);
  const [error] = output.messages.flatMap(({ trace }) => trace?.error ?? []);
  expect(error?.message).toContain('Custom object type `Gadget` not found');
});
