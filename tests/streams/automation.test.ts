/** Data connectors and workflows beyond the rules of every stream: the logs of many connectors, and workflows by id. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { checkHere } from '../harness/check-here.ts';
import { lastStates, type Output, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf } from '../harness/sync.ts';
import { mutate } from '../harness/truth.ts';

const few = { companies: 1, contacts: 1, conversations: 1, tickets: 1 };
const stream = 'data_connector_executions';
const stateOf = (output: Output) => lastStates(output)[0]?.stream.stream_state;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox(few);
});

afterAll(() => sandbox.close());

it('reads the log of each connector from the start date, and later only what is new', async () => {
  const first = await readHere(stream, { baseUrl: sandbox.url });
  expect(idsOf(rowsOf(first, stream))).toEqual(idsOf(await bodiesOf(sandbox.url, stream)));
  await mutate(sandbox.url, { advance: 60 * 86_400 });
  const second = await readHere(stream, { baseUrl: sandbox.url, state: stateOf(first) });
  expect(rowsOf(second, stream)).toHaveLength(2 * 25);
  expect(rowsOf(await readHere(stream, { baseUrl: sandbox.url, state: stateOf(second) }), stream)).toEqual([]);
});

it('passes over a connector that was deleted since it was listed', async () => {
  const api = await startAlteredApi(sandbox.url, async ({ url }, passOn) => {
    const reply = await passOn();
    if (!url.startsWith('/data_connectors/12305/')) return reply;
    const errors = [{ code: 'data_connector_not_found', message: 'Data connector not found' }];
    return { ...reply, status: 404, body: JSON.stringify({ type: 'error.list', errors }) };
  });
  try {
    const output = await readHere(stream, { baseUrl: api.url });
    expect(output.exitCode).toBe(0);
    const others = (await bodiesOf(sandbox.url, stream)).filter((body) => body.data_connector_id !== '12305');
    expect(idsOf(rowsOf(output, stream))).toEqual(idsOf(others));
  } finally {
    await api.close();
  }
});

it('reads the workflows that the config names, each as one row', async () => {
  const options = { workflow_ids: ['67890', '67892'] };
  const { url } = sandbox;
  const rows = rowsOf(await readHere('workflows_by_id', { baseUrl: url, options }), 'workflows_by_id');
  expect(rows.map(({ id, title, export_version }) => [id, title, export_version])).toEqual([
    ['67890', 'Greeting', '1.0'],
    ['67892', 'Survey', '1.0'],
  ]);
  expect(await checkHere(url, options)).toBeUndefined();
  expect(await checkHere(url, { workflow_ids: ['67890', '5'] })).toBe(
    'The config needs a correction: the field "workflow_ids" names "5", which is not a workflow of this workspace: give the id of a workflow that exists.',
  );
});

it('says that a plan without the export of workflows lacks the stream', async () => {
  const poor = await startSandbox({ ...few, planLacks: ['export/workflows'] });
  try {
    expect(await checkHere(poor.url, { workflow_ids: ['67890'] })).toMatch(
      /^These streams are not included in the workspace's plan.*: workflows_by_id; no permission of the token helps/,
    );
  } finally {
    await poor.close();
  }
});
