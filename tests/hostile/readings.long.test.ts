/** The connector is right under each reading of the points that Intercom's documentation leaves open. */
import { expect, it } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { configure, lastStates, rowsOf, runConnector } from '../harness/connector.ts';
import { lacking, latestRows, mutate } from '../harness/truth.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** A call or more for each contact, company or tag: these are in the soak, which knows these readings, too. */
const costly = new Set(['contact_events', 'contact_event_summaries', 'company_contacts', 'counts']);

const readings: readonly (readonly [string, Partial<SandboxOptions>])[] = [
  ['cursors that are offsets', { cursor: 'offset' }],
  ['comparisons that include their bound', { greaterThan: 'inclusive' }],
  ['an index that lags two minutes', { indexLag: 120 }],
  ['an index that lags, with live bodies and offsets', { indexLag: 120, searchBodies: 'live', cursor: 'offset' }],
  ['calendar days in UTC', { contactDays: 'utc', timezone: 'Pacific/Auckland' }],
  ['calendar days far east of UTC', { timezone: 'Pacific/Kiritimati' }],
  ['calendar days far west of UTC', { timezone: 'Pacific/Pago_Pago', cursor: 'offset' }],
  ['companies without their lists', { companyLists: 'empty' }],
  ['companies of a contact under the key of the schema', { contactCompaniesKey: 'companies' }],
  ['totals of parts that stop at 500', { partsTotal: 'capped' }],
];

it.each(readings)('%s: nothing is lost, and nothing comes twice', { timeout: 60_000 }, async (_, options) => {
  const sandbox = await startSandbox({
    rateLimit: 100_000,
    ...options,
    companies: 20,
    contacts: 160,
    conversations: 180,
    tickets: 40,
  });
  try {
    const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
    const streams = (discovered.messages[0]?.catalog?.streams ?? []).filter(({ name }) => !costly.has(name));
    const catalog = configure(streams);
    const read = (state: unknown) => runConnector('read', { config, catalog, state }, { baseUrl: sandbox.url });

    const first = await read([]);
    await mutate(sandbox.url, { count: 60, seed: 5, deletes: false });
    // Records that the index shows late are read late: the third sync has the records that the second could not see.
    const second = await read(lastStates(first));
    await mutate(sandbox.url, { count: 0, advance: 300 });
    const third = await read(lastStates(second));
    for (const stream of streams) {
      expect(await lacking(sandbox.url, stream, [first, second, third]), `${stream.name}: lacking`).toEqual([]);
      expect(rowsOf(first, stream.name).length, `${stream.name} repeats`).toBe(latestRows(stream, [first]).size);
    }

    const quiet = await read(lastStates(third));
    for (const stream of streams) {
      if (stream.default_cursor_field) expect(rowsOf(quiet, stream.name), `${stream.name} when quiet`).toEqual([]);
    }
  } finally {
    await sandbox.close();
  }
});
