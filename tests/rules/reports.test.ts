/** Every report as a stream read by itself: its rows, and only the calls that the reference names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { streams } from '../../src/streams/index.ts';
import { type Row, rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';
import { bodiesOf, idsOf, listIn, readWhole } from '../harness/sync.ts';
import { latestRows, mutate, statsOf, truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ companies: 40, contacts: 150, conversations: 150, tickets: 20, rateLimit: 100_000 });
  await mutate(sandbox.url, { operations: [{ op: 'delete', kind: 'conversations' }] });
});

afterAll(() => sandbox.close());

/** Reads one stream, and returns its calls. */
async function readAlone(name: string, read = () => readWhole(sandbox.url, {}, name)) {
  await statsOf(sandbox.url, true);
  const output = await read();
  const { byEndpoint } = await statsOf(sandbox.url);
  return {
    output,
    rows: rowsOf(output, name),
    asked: Object.keys(byEndpoint).filter((endpoint) => name === 'workspaces' || endpoint !== 'GET /me'),
  };
}

const always = streams.filter(({ offered, optIn }) => optIn || !offered);

describe.each(always)('$name', ({ name, primaryKey, endpoints }) => {
  it('emits what exists, and asks what the reference says', async () => {
    const here = () => readHere(name, { baseUrl: sandbox.url, mode: 'full_refresh' });
    const { output, rows, asked } = await readAlone(name, here);
    expect(output.exitCode).toBe(0);
    expect(rows.length).toBeGreaterThan(0);
    const stream = {
      name,
      json_schema: {},
      supported_sync_modes: [],
      source_defined_primary_key: primaryKey.map((key) => [key]),
    };
    const truth = await truthOf(sandbox.url, name);
    const emitted = latestRows(stream, [output], truth);
    expect(emitted.size).toBe(rows.length);
    // Companies are counted by the scroll of another stream.
    const countless = name === 'counts' ? 1 : 0;
    expect([...emitted.keys()].toSorted()).toEqual([...truth.keys()].toSorted());
    for (const [key, { body }] of truth) {
      if (name === 'counts' && key.includes('"company"') && key.includes('"total"')) continue;
      if ('count' in body) expect(emitted.get(key)?.count, key).toBe(body.count);
    }
    expect(rows.filter(({ count }) => count === null)).toHaveLength(countless);
    expect(asked.filter((endpoint) => !endpoints.includes(endpoint))).toEqual([]);
    expect(asked).toContain(endpoints[0]);
  });
});

describe('counts', () => {
  it('know the number of companies where the sync scrolls over them, and warn where it does not', async () => {
    const both = await readWhole(sandbox.url, {}, 'counts', 'companies');
    const total = (rows: readonly Row[]) =>
      rows.find(({ object, breakdown }) => object === 'company' && breakdown === 'total');
    expect(total(rowsOf(both, 'counts'))?.count).toBe((await bodiesOf(sandbox.url, 'companies')).length);
    const { output, rows } = await readAlone('counts');
    expect(total(rows)?.count).toBeNull();
    const warnings = output.messages.filter(({ log }) => log?.level === 'WARN').map(({ log }) => log?.message);
    expect(warnings).toEqual([expect.stringContaining('select the stream companies')]);
  });

  it('are right whatever the search of tickets takes for a state', async () => {
    const byLabel = await startSandbox({ conversations: 3, tickets: 40, ticketSearchState: 'label' });
    try {
      const rows = rowsOf(await readWhole(byLabel.url, {}, 'counts'), 'counts').filter(
        ({ object }) => object === 'ticket',
      );
      const sum = rows
        .filter(({ breakdown }) => breakdown === 'state')
        .reduce((all, { count }) => all + Number(count), 0);
      expect(sum).toBe(40);
    } finally {
      await byLabel.close();
    }
  });
});

describe('company_contacts', () => {
  it('asks nothing of companies without users', async () => {
    const companies = await bodiesOf(sandbox.url, 'companies');
    const inhabited = companies.filter(({ user_count }) => Number(user_count) > 0);
    expect(inhabited.length).toBeLessThan(companies.length);
    await readAlone('company_contacts');
    const { byEndpoint } = await statsOf(sandbox.url);
    expect(byEndpoint['GET /companies/{id}/contacts']).toBe(
      inhabited.reduce((calls, { user_count }) => calls + Math.ceil(Number(user_count) / 50), 0),
    );
  });
});

describe('notes', () => {
  it('are asked for only where there are any', async () => {
    const contacts = await bodiesOf(sandbox.url, 'contacts');
    const noted = contacts.filter(({ notes }) => Number((notes as Row).total_count) > 0);
    await readAlone('notes');
    const { byEndpoint } = await statsOf(sandbox.url);
    expect(byEndpoint['GET /contacts/{id}/notes']).toBe(
      noted.reduce((calls, { notes }) => calls + Math.ceil(Number((notes as Row).total_count) / 60), 0),
    );
    expect(byEndpoint['GET /companies/{id}/notes']).toBeUndefined();
  });

  it('come with their company where Intercom leaves the lists of companies empty', async () => {
    const empty = await startSandbox({ companies: 30, contacts: 30, conversations: 3, companyLists: 'empty' });
    try {
      const rows = rowsOf(await readWhole(empty.url, {}, 'notes'), 'notes');
      expect(idsOf(rows)).toEqual(idsOf(await bodiesOf(empty.url, 'notes')));
      expect(rows.some(({ company_id }) => company_id)).toBe(true);
    } finally {
      await empty.close();
    }
  });
});

describe('contacts_by_id', () => {
  it("finds contacts by Intercom's id, the customer's or an address, and follows one that was merged", async () => {
    const contacts = await bodiesOf(sandbox.url, 'contacts');
    const [byId, byExternalId, byEmail, merged, into] = contacts.filter(
      ({ role, external_id }) => role === 'user' && external_id,
    );
    await mutate(sandbox.url, { operations: [{ op: 'merge', kind: 'contacts', id: merged?.id, with: into?.id }] });
    const names = [byId?.id, byExternalId?.external_id, byEmail?.email, merged?.id, into?.id, 'nobody@nowhere.example'];
    const { output, rows, asked } = await readAlone('contacts_by_id', () =>
      readWhole(sandbox.url, { contact_ids: names }, 'contacts_by_id'),
    );
    const named = contacts.filter(({ email }) => email === byEmail?.email);
    expect(idsOf(rows)).toEqual(idsOf([byId, byExternalId, into, ...named] as Row[]));
    expect(rows).toHaveLength(idsOf(rows).length);
    expect(asked.toSorted()).toEqual(['GET /contacts/{id}', 'POST /contacts/search']);
    const warnings = output.messages.filter(({ log }) => log?.level === 'WARN').map(({ log }) => log?.message);
    expect(warnings).toEqual([expect.stringContaining('"n…@nowhere.example"')]);
  });
});

describe('conversations_by_id', () => {
  it('gives each with its parts', async () => {
    const ids = idsOf(await bodiesOf(sandbox.url, 'conversations')).slice(3, 6);
    const { rows, asked } = await readAlone('conversations_by_id', () =>
      readWhole(sandbox.url, { conversation_ids: [...ids, '1'] }, 'conversations_by_id'),
    );
    expect(idsOf(rows)).toEqual(ids);
    expect(asked).toEqual(['GET /conversations/{id}']);
    const parts = rows.flatMap((row) => listIn(row, 'conversation_parts', 'conversation_parts'));
    const truth = (await bodiesOf(sandbox.url, 'conversation_parts')).filter((part) =>
      ids.includes(String(part.conversation_id)),
    );
    expect(idsOf(parts)).toEqual(idsOf(truth));
  });
});

describe('notes_by_id', () => {
  it('gives notes of contacts and of companies', async () => {
    const notes = await bodiesOf(sandbox.url, 'notes');
    const some = [notes.find(({ contact_id }) => contact_id), notes.find(({ company_id }) => company_id)] as Row[];
    const { rows } = await readAlone('notes_by_id', () =>
      readWhole(sandbox.url, { note_ids: idsOf(some) }, 'notes_by_id'),
    );
    expect(idsOf(rows)).toEqual(idsOf(some));
    for (const { id, contact_id = null, company_id = null } of some) {
      expect(rows.find((row) => row.id === String(id))).toMatchObject({ contact_id, company_id });
    }
  });
});
