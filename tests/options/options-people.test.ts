/** Every option that filters contacts and companies: a full read equals the same filter over all rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type Row, rowsOf } from '../harness/connector.ts';
import { bodiesOf, idsOf, listIn, readWhole } from '../harness/sync.ts';
import { truthOf } from '../harness/truth.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let contacts: readonly Row[];
let companies: readonly Row[];

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: 100_000, companies: 30, contacts: 200, conversations: 5, tickets: 5 });
  contacts = await bodiesOf(sandbox.url, 'contacts');
  companies = await bodiesOf(sandbox.url, 'companies');
});

afterAll(() => sandbox.close());

/** The results of Intercom's own search: for segments, which a contact does not show. */
async function found(field: string, value: string): Promise<readonly Row[]> {
  const response = await fetch(`${sandbox.url}/contacts/search`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sandbox-token', 'Intercom-Version': '2.16' },
    body: JSON.stringify({ query: { field, operator: '=', value }, pagination: { per_page: 150 } }),
  });
  return ((await response.json()) as { data: Row[] }).data;
}

describe('contacts, and what hangs on them', () => {
  /** The option, and the contacts that it should leave. */
  type Case = readonly [what: string, pick: () => Promise<readonly [options: object, left: readonly Row[]]>];

  const tagOf = (contact: Row | undefined) => String(listIn(contact ?? {}, 'tags', 'data')[0]?.id);
  const tagged = (tag: string) => found('tag_id', tag);

  const cases: readonly Case[] = [
    ['contact_roles user', async () => [{ contact_roles: ['user'] }, contacts.filter(({ role }) => role === 'user')]],
    ['contact_roles lead', async () => [{ contact_roles: ['lead'] }, contacts.filter(({ role }) => role === 'lead')]],
    ['both contact_roles', async () => [{ contact_roles: ['lead', 'user'] }, contacts]],
    [
      'contact_emails',
      async () => {
        const some = contacts.filter(({ email }) => email).slice(3, 6);
        return [
          { contact_emails: idsOf(some, 'email') },
          contacts.filter(({ email }) => some.some((one) => one.email === email)),
        ];
      },
    ],
    [
      'tag_ids',
      async () => {
        const [one = {}, other = {}] = contacts.filter((contact) => listIn(contact, 'tags', 'data').length > 0);
        const tags = [tagOf(one), tagOf(other)];
        const left = (await Promise.all(tags.map(tagged))).flat();
        return [{ tag_ids: tags }, left];
      },
    ],
    [
      'more tag_ids than a query holds',
      async () => {
        const tags = idsOf(await bodiesOf(sandbox.url, 'tags')).slice(0, 18);
        return [{ tag_ids: tags }, (await Promise.all(tags.map(tagged))).flat()];
      },
    ],
    [
      'segment_ids',
      async () => {
        const segments = idsOf(await bodiesOf(sandbox.url, 'segments')).slice(0, 2);
        return [{ segment_ids: segments }, (await Promise.all(segments.map((id) => found('segment_id', id)))).flat()];
      },
    ],
    [
      "company_ids, one of Intercom's and one of the customer's",
      async () => {
        const [one, other] = companies.filter(({ id }) =>
          contacts.some((contact) => listIn(contact, 'companies', 'data').some((company) => company.id === id)),
        );
        const members = await truthOf(sandbox.url, 'contact_companies');
        const left = [...members.values()].filter(
          ({ key }) => key.company_id === one?.id || key.company_id === other?.id,
        );
        return [
          { company_ids: [one?.id, other?.company_id] },
          contacts.filter(({ id }) => left.some(({ key }) => key.contact_id === id)),
        ];
      },
    ],
    [
      'several at once, of which each must hold',
      async () => {
        const tag = tagOf(
          contacts.find(({ role, tags }) => role === 'user' && listIn({ tags }, 'tags', 'data').length > 0),
        );
        return [{ contact_roles: ['user'], tag_ids: [tag] }, (await tagged(tag)).filter(({ role }) => role === 'user')];
      },
    ],
  ];

  it.each(cases)('%s', async (_, pick) => {
    const [options, left] = await pick();
    expect(left.length).toBeGreaterThan(0);
    const output = await readWhole(
      sandbox.url,
      options,
      'contacts',
      'contact_tags',
      'contact_companies',
      'contact_segments',
    );
    const rows = rowsOf(output, 'contacts');
    expect(idsOf(rows)).toEqual(idsOf(left));
    expect(rows).toHaveLength(idsOf(left).length);
    for (const stream of ['contact_tags', 'contact_companies', 'contact_segments']) {
      const wanted = [...(await truthOf(sandbox.url, stream)).values()].filter(({ key }) =>
        left.some(({ id }) => id === key.contact_id),
      );
      expect(rowsOf(output, stream), stream).toHaveLength(wanted.length);
    }
  });
});

describe('companies, and what hangs on them', () => {
  const cases = [
    ['company_ids', () => [{ company_ids: [companies[1]?.id, companies[2]?.company_id] }, companies.slice(1, 3)]],
    ...(['tags', 'segments'] as const).map(
      (list) =>
        [
          `${list.slice(0, -1)}_ids`,
          () => {
            const id = String(companies.map((company) => listIn(company, list, list)[0]?.id).find(Boolean));
            const left = companies.filter((company) => listIn(company, list, list).some((item) => item.id === id));
            return [{ [`${list.slice(0, -1)}_ids`]: [id] }, left];
          },
        ] as const,
    ),
  ] as readonly (readonly [string, () => readonly [object, readonly Row[]]])[];

  it.each(cases)('%s', async (_, pick) => {
    const [options, left] = pick();
    expect(left.length).toBeGreaterThan(0);
    const output = await readWhole(sandbox.url, options, 'companies', 'company_tags', 'company_segments');
    expect(idsOf(rowsOf(output, 'companies'))).toEqual(idsOf(left));
    const ids = new Set(idsOf(left));
    for (const stream of ['company_tags', 'company_segments']) {
      const wanted = [...(await truthOf(sandbox.url, stream)).values()].filter(({ key }) =>
        ids.has(String(key.company_id)),
      );
      expect(rowsOf(output, stream), stream).toHaveLength(wanted.length);
    }
  });
});
