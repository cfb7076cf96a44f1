/** Lists are complete in every form of pages. */
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { startAlteredApi } from '../../stress/fuzz/altered-api.ts';
import { rowsOf, runConnector } from '../harness/connector.ts';
import { readWhole } from '../harness/sync.ts';
import { mutate, statsOf, truthOf } from '../harness/truth.ts';

describe.each([
  { pagedLists: true, cursorLists: 'none' },
  { pagedLists: true, cursorLists: 'all' },
  { pagedLists: false, cursorLists: 'company-contacts' },
  { pagedLists: false, cursorLists: 'none' },
] as const)('under %o', (readings) => {
  it('lists longer than a page, and the contacts of large companies, come whole', async () => {
    const sizes = {
      tags: 120,
      segments: 120,
      teams: 120,
      admins: 120,
      contacts: 500,
      companies: 3,
      conversations: 170,
      tickets: 0,
    };
    const sandbox = await startSandbox({ ...sizes, ...readings, rateLimit: 100_000 });
    try {
      const operations = Array.from({ length: 150 }, () => ({ op: 'delete', kind: 'conversations' }));
      await mutate(sandbox.url, { operations });
      const names = [
        'tags',
        'segments',
        'teams',
        'admins',
        'company_contacts',
        'deleted_conversations',
        'contact_events',
      ];
      const output = await readWhole(sandbox.url, {}, ...names);
      for (const name of names) {
        const { size } = await truthOf(sandbox.url, name);
        expect(rowsOf(output, name).length, name).toBe(size);
      }
      expect(rowsOf(output, 'company_contacts').length).toBeGreaterThan(300);
      const [company] = (await truthOf(sandbox.url, 'companies')).values();
      const filtered = await readWhole(sandbox.url, { company_ids: [company?.body.id] }, 'contacts');
      expect(rowsOf(filtered, 'contacts')).toHaveLength(Number(company?.body.user_count));
    } finally {
      await sandbox.close();
    }
  });
});

describe('a list that leads nowhere', () => {
  const sizes = { tags: 180, contacts: 400, companies: 3, conversations: 0, tickets: 0 };

  it.each(['circle', 'blank', 'repeat', 'odd-next'])(
    'by the fault "%s" fails its stream after a few calls, and no other',
    async (kind) => {
      const sandbox = await startSandbox({ ...sizes, pagedLists: true, cursorLists: 'all' });
      try {
        const faults = ['/tags', '/contacts/search'].map((path) => ({ path, kind, times: 1000, after: 1 }));
        await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
        await statsOf(sandbox.url, true);
        const names = ['tags', 'contacts', 'teams'];
        const catalog = { streams: names.map((name) => ({ stream: { name }, sync_mode: 'full_refresh' })) };
        const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
        const output = await runConnector('read', { config, catalog }, { baseUrl: sandbox.url });
        expect(output.exitCode).toBe(1);
        const statuses = output.messages.flatMap(({ trace }) => trace?.stream_status ?? []);
        const ended = statuses.filter(({ status }) => status.endsWith('COMPLETE'));
        const endOf = (name: string) => ended.find(({ stream_descriptor }) => stream_descriptor.name === name)?.status;
        expect(names.map(endOf)).toEqual(['INCOMPLETE', 'INCOMPLETE', 'COMPLETE']);
        expect((await statsOf(sandbox.url)).calls).toBeLessThan(120);
      } finally {
        await sandbox.close();
      }
    },
  );
});

describe('a scroll', () => {
  type Scrolled = Record<string, unknown> & { readonly data: readonly { readonly id: string }[] };

  /** Reads companies from a sandbox; `alter` is given the number of a scroll's page, from 1, and how to ask for it. */
  async function read(alter: (page: number, passOn: () => Promise<Scrolled>) => Promise<object>) {
    const sandbox = await startSandbox({ companies: 250, contacts: 20, conversations: 0, tickets: 0, scrollExpiry: 1 });
    let page = 0;
    const api = await startAlteredApi(sandbox.url, async ({ url }, passOn) => {
      if (!url.startsWith('/companies/scroll')) return passOn();
      page += 1;
      const { headers } = await fetch(`${sandbox.url}/me`);
      let status = 200;
      const asked = async () => {
        const reply = await passOn();
        status = reply.status;
        return JSON.parse(reply.body) as Scrolled;
      };
      const body = JSON.stringify(await alter(page, asked));
      return { status, headers: { date: headers.get('date') ?? '', 'content-type': 'application/json' }, body };
    });
    try {
      const catalog = { streams: [{ stream: { name: 'companies' }, sync_mode: 'full_refresh' }] };
      const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
      const output = await runConnector('read', { config, catalog }, { baseUrl: api.url });
      return { output, ids: rowsOf(output, 'companies').map(({ id }) => id), pages: page };
    } finally {
      await api.close();
      await sandbox.close();
    }
  }

  it('goes on after one empty page', async () => {
    let param: unknown;
    const { output, ids } = await read(async (page, passOn) => {
      if (page === 2) return { type: 'list', data: [], pages: null, total_count: null, scroll_param: param };
      const body = await passOn();
      param = body.scroll_param;
      return body;
    });
    expect(output.exitCode).toBe(0);
    expect(ids).toHaveLength(250);
  });

  it('emits a record once although a page comes twice', async () => {
    let last: Scrolled | undefined;
    const { output, ids } = await read(async (page, passOn) => {
      if (page === 2 && last) return last;
      last = await passOn();
      return last;
    });
    expect(output.exitCode).toBe(0);
    expect(ids).toHaveLength(250);
    expect(new Set(ids).size).toBe(250);
  });

  it('that returns the same page for ever breaks off', async () => {
    let first: Scrolled | undefined;
    const { output, pages } = await read(async (_, passOn) => {
      first ??= await passOn();
      return first;
    });
    expect(output.exitCode).toBe(1);
    const [error] = output.messages.flatMap(({ trace }) => trace?.error ?? []);
    expect(error?.message).toContain('returns the same page again and again');
    expect(pages).toBeLessThan(40);
  });
});
