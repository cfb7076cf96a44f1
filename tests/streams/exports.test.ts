/** The streams that Intercom exports by jobs, under each reading of what is undocumented, and where files and jobs are bad. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { checkConnection } from '../../src/check/connection.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';
import { lastStates, type Row, rowsOf } from '../harness/connector.ts';
import { arm, datasets, errorsOf, expectTruth, exportStreams, latest, outbound } from '../harness/exports.ts';
import { mutate, statsOf, truthOf } from '../harness/truth.ts';

let sandbox: RunningSandbox;

async function start(options: Partial<SandboxOptions> = {}): Promise<string> {
  const few = { contacts: 10, companies: 5, conversations: 0, tickets: 0, receipts: 120 };
  sandbox = await startSandbox({ ...few, rateLimit: 1_000_000, ...options });
  return sandbox.url;
}

afterEach(() => sandbox.close());

const DOWNLOAD = '/download/content/data/{id}';
const STATUS = '/export/content/data/{id}';
const reporting = datasets.map((dataset) => `reporting_${dataset}`);

describe('every reading', () => {
  it.each<[what: string, options: Partial<SandboxOptions>, streams: readonly string[]]>([
    ['a ZIP archive', {}, [...outbound, ...reporting]],
    ['a packed tar archive', { exportFormat: 'tar.gz' }, [...outbound, ...reporting]],
    ['a packed file', { exportFormat: 'gzip' }, ['receipts', ...reporting]],
    ['a file', { exportFormat: 'csv' }, ['receipts', ...reporting]],
    ['times as text', { exportTimes: 'text' }, outbound],
    ['the other names', { exportDone: 'complete', exportId: 'job_identfier' }, ['receipts', ...reporting]],
    ['qualified headers', { reportingHeader: 'qualified' }, reporting],
    ['jobs that take a while', { exportLatency: 0.01 }, ['receipts', 'reporting_conversation']],
  ])('%s', async (_, options, streams) => {
    const url = await start(options);
    const output = await exportStreams(url, streams);
    expect(errorsOf(output)).toEqual([]);
    for (const name of streams) await expectTruth(url, name, [output]);
  });

  it('a look at a reporting job that names the app', async () => {
    const url = await start({ reportingClientId: 'required' });
    const without = await exportStreams(url, ['reporting_conversation']);
    expect(errorsOf(without)).toEqual([expect.stringContaining('into the field "client_id"')]);
    const named = await exportStreams(url, ['reporting_conversation'], {
      config: { client_id: 'app' },
      before: [without],
    });
    expect(errorsOf(named)).toEqual([]);
    await expectTruth(url, 'reporting_conversation', [named]);
  });

  it('the attributes that the workspace defined, where they are asked for', async () => {
    const url = await start();
    const config = { reporting_custom_attributes: true };
    const [row] = rowsOf(await exportStreams(url, ['reporting_conversation'], { config }), 'reporting_conversation');
    expect(row).toMatchObject({
      plan: 'people.plan 0',
      Brand: 'conversation.Brand 0',
      call_user_role: 'call.user_role 0',
    });
  });
});

describe('what comes again', () => {
  it('nothing comes twice, but the last days of a dataset without a key', async () => {
    const url = await start();
    const first = await exportStreams(url, [...outbound, ...reporting]);
    const second = await exportStreams(url, [...outbound, ...reporting], { before: [first] });
    const counts = [...outbound, ...reporting].map((name) => [name, rowsOf(second, name).length]);
    const whole = ['content_stats', 'whatsapp_statuses'].map((name) => [name, rowsOf(first, name).length]);
    const expected = Object.fromEntries([...counts.map(([name]) => [name, 0]), ...whole]);
    expect(Object.fromEntries(counts)).toEqual({ ...expected, reporting_admin_status_change: expect.any(Number) });
    expect(rowsOf(second, 'reporting_admin_status_change').length).toBeGreaterThan(0);
  });

  it('what happened since to receipts of the last weeks, in one job', async () => {
    const url = await start({ receipts: 1500 });
    const names = ['receipts', 'receipt_events', 'survey_answers'];
    const outputs = [await exportStreams(url, names)];
    for (let sync = 0; sync < 2; sync += 1) {
      await mutate(url, { operations: [], advance: 9 * 86_400 });
      await statsOf(url, true);
      outputs.push(await exportStreams(url, names, { before: outputs }));
      expect((await statsOf(url)).byEndpoint['POST /export/content/data']).toBe(1);
    }
    expect(outputs.slice(1).map((output) => rowsOf(output, 'receipts').length > 0)).toEqual([true, true]);
    for (const name of names) await expectTruth(url, name, outputs);
  });

  it('a month that Intercom would cut comes in parts', async () => {
    const url = await start({ receipts: 1200, exportMost: 45 });
    const config = { start_date: '2026-03-01T00:00:00Z' };
    const cut = await exportStreams(url, ['receipts'], { config });
    const parts = await exportStreams(url, ['receipts'], { config, env: { INTERCOM_EXPORT_MOST_ROWS: '45' } });
    expect(errorsOf(parts)).toEqual([]);
    const since = Date.parse(config.start_date) / 1000;
    const truth = [...(await truthOf(url, 'receipts')).values()].filter(
      ({ body }) => Number(body.received_at) >= since,
    );
    expect(truth.length).toBeGreaterThan(80);
    expect(latest('receipts', [cut]).size).toBeLessThan(truth.length);
    const byId = (rows: readonly Row[]) => rows.toSorted((a, b) => Number(a.receipt_id) - Number(b.receipt_id));
    expect(byId([...latest('receipts', [parts]).values()])).toEqual(byId(truth.map(({ body }) => body)));
  });
});

describe('a bad file', () => {
  it.each<[what: string, fault: object, sentence: string]>([
    ['cut', { kind: 'cut' }, 'cannot be read whole'],
    ['empty', { kind: 'empty', status: 200 }, 'it is empty'],
    ['a page of a proxy', { kind: 'html', status: 200 }, 'it is neither a ZIP or tar archive nor CSV'],
    ['with other columns', { status: 200, body: 'a,b' }, 'its file receipt lacks the columns content_id'],
  ])('%s is named, and what it held comes with the next sync', async (_, fault, sentence) => {
    const url = await start();
    await arm(url, { path: DOWNLOAD, after: 20, times: 1, ...fault });
    const bad = await exportStreams(url, ['receipts']);
    expect(errorsOf(bad)).toEqual([expect.stringContaining(sentence)]);
    expect(lastStates(bad)[0]?.stream.stream_state).not.toHaveProperty('job');
    const next = await exportStreams(url, ['receipts'], { before: [bad] });
    expect(errorsOf(next)).toEqual([]);
    await expectTruth(url, 'receipts', [bad, next]);
  });

  it.each(['gzip', 'tar.gz', 'csv'] as const)('cut within %s', async (exportFormat) => {
    const url = await start({ exportFormat });
    await arm(url, { path: DOWNLOAD, after: 20, times: 1, kind: 'cut' });
    expect(errorsOf(await exportStreams(url, ['receipts']))).toEqual([expect.stringContaining('cannot be read whole')]);
  });

  it('a connection that breaks is asked again within the sync', async () => {
    const url = await start();
    await arm(
      url,
      { path: DOWNLOAD, after: 3, times: 1, kind: 'broken' },
      { path: STATUS, after: 9, times: 1, status: 503 },
    );
    const output = await exportStreams(url, ['receipts']);
    expect(errorsOf(output)).toEqual([]);
    await expectTruth(url, 'receipts', [output]);
  });
});

describe('a job', () => {
  it.each<[what: string, faults: readonly object[]]>([
    ['that failed', [{ path: STATUS, after: 5, times: 2, status: 200, body: { status: 'failed' } }]],
    ['that was canceled', [{ path: STATUS, after: 5, times: 1, status: 200, body: { status: 'canceled' } }]],
    ['that Intercom forgot', [{ path: STATUS, after: 5, times: 1, status: 404 }]],
    ['whose file is gone', [{ path: DOWNLOAD, after: 5, times: 1, status: 404 }]],
  ])('%s gives way to another one', async (_, faults) => {
    const url = await start();
    await arm(url, ...faults);
    const output = await exportStreams(url, ['receipts', 'survey_answers']);
    expect(errorsOf(output)).toEqual([]);
    for (const name of ['receipts', 'survey_answers']) await expectTruth(url, name, [output]);
  });

  it('that fails again and again fails the stream', async () => {
    const url = await start();
    await arm(url, { path: STATUS, after: 5, times: 100, status: 200, body: { status: 'failed' } });
    const output = await exportStreams(url, ['receipts']);
    expect(errorsOf(output)).toEqual(['Intercom lost 3 export jobs one after the other: try again later.']);
  });

  it('of another program is waited for', async () => {
    const url = await start({ exportBusy: 0.3 });
    const output = await exportStreams(url, ['receipts']);
    expect(errorsOf(output)).toEqual([]);
    await expectTruth(url, 'receipts', [output]);
  });

  it('of another program that does not end is named, after a try each minute', async () => {
    const url = await start({ exportBusy: 3600 });
    const output = await exportStreams(url, ['receipts'], { env: { INTERCOM_EXPORT_PAUSE_MS: '1' } });
    expect(errorsOf(output)).toEqual([
      expect.stringMatching(
        /^Other export jobs of this workspace kept POST \/export\/content\/data waiting for 60 minutes/,
      ),
    ]);
    expect((await statsOf(url)).byEndpoint['POST /export/content/data']).toBe(61);
  });

  it('that a state names and that fits no more is canceled', async () => {
    const url = await start({ exportLatency: 3600 });
    const names = ['receipts'];
    const killed = await exportStreams(url, names, { killAfter: ({ state }) => state !== undefined });
    expect(lastStates(killed)[0]?.stream.stream_state).toHaveProperty('job');
    const config = { start_date: '2026-05-01T00:00:00Z' };
    const next = await exportStreams(url, names, {
      before: [killed],
      config,
      killAfter: ({ state }) => state !== undefined,
    });
    expect(lastStates(next)[0]?.stream.stream_state.job).toMatchObject({ id: 'job2m' });
    expect((await statsOf(url)).byEndpoint).toMatchObject({
      'POST /export/cancel/{id}': 1,
      'POST /export/content/data': 2,
    });
  });
});

it('a dataset that does not exist is named, and what is possible', async () => {
  const url = await start();
  const config = { reporting_datasets: ['conversations'] };
  const output = await exportStreams(url, ['reporting_conversations'], { config });
  expect(errorsOf(output)).toEqual([
    expect.stringContaining('possible are conversation, conversation_rating_sent, admin_status_change'),
  ]);
});

it('check names a dataset that does not exist, and the permission that is missing', async () => {
  const config = { access_token: 'sandbox-token', start_date: '2026-01-01T00:00:00Z', reporting_datasets: ['calls'] };
  const checked = async (url: string) => {
    const { token, limits, settings } = settingsOf(config, { INTERCOM_BASE_URL: url });
    const client = createClient({ token, baseUrl: url, limiter: createRateLimiter(limits) });
    return checkConnection({ client, settings, answers: new Map() }).finally(() => client.close());
  };
  await expect(checked(await start())).rejects.toThrow(
    '"reporting_datasets" names "calls", which is not a reporting dataset of this workspace: possible are conversation (Conversations)',
  );
  await sandbox.close();
  const scopes = ['read_admins', 'read_conversations', 'read_users_companies', 'read_tags'];
  expect(await checked(await start({ scopes }))).toContain('"Export reporting data" (for reporting_calls)');
});
