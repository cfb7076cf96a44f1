/** Text that people write and that breaks lines, readers and databases: it comes out as a line that everybody can read. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXECUTABLE, type Message } from '../harness/connector.ts';
import { now, startSearch } from '../harness/small-search.ts';

const SEPARATED = 'a\u2028b\u2029c\u0085d';
const at = { created_at: now - 1000, updated_at: now - 500 };
const company = { type: 'company', id: 'c1', name: SEPARATED, ...at };

/** One page of companies, and the empty page that ends a scroll. */
const scroll = (url: string) => ({
  type: 'list',
  data: url.includes('scroll_param') ? [] : [company],
  scroll_param: 's',
});

let server: Awaited<ReturnType<typeof startSearch>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-text-'));
  server = await startSearch({
    kind: 'contacts',
    records: [{ id: 'p1', name: SEPARATED, ...at } as { id: string }],
    other: scroll,
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const config = { access_token: 'token', start_date: '2015-01-01T00:00:00Z' };

/** The output of the connector, unchanged. */
async function written(names: readonly string[]): Promise<string> {
  const streams = names.map((name) => ({ stream: { name }, sync_mode: 'incremental' }));
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await writeFile(join(folder, 'catalog.json'), JSON.stringify({ streams }));
  const files = ['--config', join(folder, 'config.json'), '--catalog', join(folder, 'catalog.json')];
  const env = { ...process.env, INTERCOM_BASE_URL: server.url };
  return textOf(spawn(EXECUTABLE, ['read', ...files], { env, stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
}

describe('characters at which some readers end a line', () => {
  it('come out escaped, with their value', async () => {
    const out = await written(['contacts', 'companies']);
    expect(out).not.toMatch(/[\u0085\u2028\u2029]/);
    const messages = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Message);
    const names = messages.flatMap(({ record }) => (record ? [[record.stream, record.data.name]] : []));
    expect(names.sort()).toEqual([
      ['companies', SEPARATED],
      ['contacts', SEPARATED],
    ]);
  });
});
