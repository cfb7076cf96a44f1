/** One company with more contacts than memory should hold. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXECUTABLE } from '../harness/connector.ts';

const CONTACTS = 200_000;
const LIMIT_MB = 150;

const contact = (index: number) => ({ type: 'contact', id: String(index), name: 'x'.repeat(1000), updated_at: 1 });

function answer(url: URL): object {
  if (url.pathname === '/companies/scroll') {
    const first = !url.searchParams.has('scroll_param');
    return { data: first ? [{ id: 'c', updated_at: 1, user_count: CONTACTS }] : [], scroll_param: 'p' };
  }
  if (url.pathname !== '/companies/c/contacts') return { type: 'admin' };
  const from = Number(url.searchParams.get('starting_after') ?? 0);
  const data = Array.from({ length: 50 }, (_, index) => contact(from + index));
  const next = from + 50 < CONTACTS ? { next: { page: 2, starting_after: String(from + 50) } } : {};
  return { data, pages: next, total_count: CONTACTS };
}

it(`a company with ${CONTACTS} contacts is read within ${LIMIT_MB} MB`, async () => {
  const server = createServer((request, response) => {
    const reset = Math.floor(Date.now() / 1000) + 10;
    const limits = { 'X-RateLimit-Limit': 100_000, 'X-RateLimit-Remaining': 90_000, 'X-RateLimit-Reset': reset };
    response.writeHead(200, { 'Content-Type': 'application/json', ...limits });
    response.end(JSON.stringify(answer(new URL(request.url ?? '', 'http://small'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'huge-company-'));
  try {
    const config = { access_token: 't', start_date: '2015-01-01T00:00:00Z', rate_limit_share: 100 };
    const catalog = { streams: [{ stream: { name: 'company_contacts' }, sync_mode: 'full_refresh' }] };
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
    const args = ['read', '--config', join(folder, 'config.json'), '--catalog', join(folder, 'catalog.json')];
    const INTERCOM_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const child = spawn(EXECUTABLE, args, {
      env: { ...process.env, INTERCOM_BASE_URL },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let peakMb = 0;
    let records = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf('"RECORD"'); at >= 0; at = chunk.indexOf('"RECORD"', at + 1)) records += 1;
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      peakMb = Math.max(peakMb, Number(kilobytes ?? 0) / 1024);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
    // A chunk may end in the middle of a word.
    expect(records).toBeGreaterThan(CONTACTS * 0.99);
    expect(peakMb).toBeGreaterThan(20);
    expect(peakMb).toBeLessThan(LIMIT_MB);
  } finally {
    await rm(folder, { recursive: true });
    server.close();
  }
}, 180_000);
