/** Numbers that a double cannot hold: their digits come out as they came. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastStates, runConnector } from '../harness/connector.ts';
import { now } from '../harness/small-search.ts';
import { runTap } from '../harness/tap.ts';

const INTEGER = '1146485234658512926';
const FLOAT = '0.12345678901234567890123';
const HUGE = '1e400';
const LIST = `["a",${INTEGER}]`;
const values = `{"big":${INTEGER},"long":${FLOAT},"huge":${HUGE},"list":${LIST}}`;
const times = `"created_at":${now - 1000},"updated_at":${now - 500}`;
const contact = `{"type":"contact","id":${INTEGER},${times},"owner_id":${INTEGER},"custom_attributes":${values}}`;
const company = `{"type":"company","id":${INTEGER},${times},"custom_attributes":${values},"segments":{"segments":[{"id":${INTEGER}}]}}`;

let stop: () => Promise<unknown>;
let url: string;

beforeAll(async () => {
  const server = createServer((request, response) => {
    response.setHeader('Date', new Date(now * 1000).toUTCString());
    response.end(answerTo(request));
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => new Promise((resolve) => server.close(resolve));
});

afterAll(() => stop());

function answerTo({ url: path = '' }: IncomingMessage): string {
  if (path.startsWith('/contacts/search')) return `{"type":"list","data":[${contact}],"total_count":1,"pages":{}}`;
  if (path.includes('scroll_param')) return '{"type":"list","data":[],"scroll_param":"s"}';
  if (path === '/companies/scroll') return `{"type":"list","data":[${company}],"scroll_param":"s"}`;
  return '{"type":"list","data":[]}';
}

const config = { access_token: 'token', start_date: '2015-01-01T00:00:00Z', expand: ['contacts.custom_attributes'] };
const names = ['contacts', 'companies', 'company_segments', 'contacts__custom_attributes'];

it('in custom attributes and ids, through spool, hashes, expand and a second sync', async () => {
  const streams = names.map((name) => ({ stream: { name }, sync_mode: 'incremental' }));
  const lines: string[] = [];
  const output = await runConnector(
    'read',
    { config, catalog: { streams } },
    { baseUrl: url, onLine: (line) => lines.push(line) },
  );
  expect(output.exitCode).toBe(0);
  const of = (stream: string) =>
    lines.filter((line) => line.startsWith('{"type":"RECORD"') && line.includes(`"stream":"${stream}"`));
  for (const stream of ['contacts', 'companies']) {
    expect(of(stream)).toHaveLength(1);
    expect(of(stream)[0]).toContain(`"custom_attributes":${values}`);
    expect(of(stream)[0]).toContain(`"id":"${INTEGER}"`);
  }
  expect(of('company_segments')[0]).toContain(`"segment_id":"${INTEGER}"`);
  expect(of('contacts__custom_attributes')[0]).toContain(values.slice(1, -1));
  const again = await runConnector(
    'read',
    { config, catalog: { streams }, state: lastStates(output) },
    { baseUrl: url },
  );
  expect(again.exitCode).toBe(0);
  expect(again.messages.filter(({ record }) => record)).toEqual([]);
});

it('in what a Singer tap writes', async () => {
  const { lines, exitCode } = await runTap({ config }, [], { baseUrl: url });
  expect(exitCode).not.toBeNull();
  for (const stream of ['contacts', 'companies']) {
    const rows = lines.filter((line) => line.startsWith(`{"type":"RECORD","stream":"${stream}"`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`"custom_attributes":${values}`);
    expect(rows[0]).toContain(`"id":"${INTEGER}"`);
  }
});
