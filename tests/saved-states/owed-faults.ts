/** Faults under which rows of some items do not come, so that the states of a sync say that these are owed. */
import { bodiesOf } from '../harness/sync.ts';

const headers = { Authorization: 'Bearer sandbox-token', 'Intercom-Version': '2.16' };

/** The parts of two conversations, the contacts of a company, and the notes of a contact. */
export async function owedFaults(url: string): Promise<readonly object[]> {
  // The config names the first records: their own streams would use the faults up.
  const [short = '', gone = ''] = (await idsWithMany(url, 'conversation_parts', 'conversation_id')).slice(5);
  const [company] = await idsWithMany(url, 'company_contacts', 'company_id');
  const [contact] = await idsWithMany(url, 'notes', 'contact_id');
  const body = await get(url, `/conversations/${short}`);
  const looks = [0, 2].map((shown) => ({
    path: `/conversations/${short}`,
    status: 200,
    times: 1,
    body: withParts(body, 'conversation_parts', shown),
  }));
  const lost = [
    `/conversations/${gone}`,
    `/companies/${company}/contacts`,
    `/contacts/${contact}/notes`,
    '/companies/{id}/notes',
  ];
  return [...looks, ...lost.map((path) => ({ path, status: 404, times: 1 }))];
}

/** The notes of a company, which must be asked for. */
export async function companyNotesFaults(url: string): Promise<readonly object[]> {
  const [company] = await idsWithMany(url, 'notes', 'company_id', 1);
  return [{ path: `/companies/${company}/notes`, status: 404, times: 1 }];
}

/** One ticket, for a sync that asks for nothing but ticket parts. */
export async function shortTicketFaults(url: string): Promise<readonly object[]> {
  const [ticket = ''] = await idsWithMany(url, 'ticket_parts', 'ticket_id');
  const response = await fetch(`${url}/tickets/search`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      query: { field: 'created_at', operator: '>', value: 0 },
      sort: { field: 'created_at', order: 'ascending' },
      pagination: { per_page: 150 },
    }),
  });
  const page = (await response.json()) as { tickets: readonly (object & { id: string })[] };
  const whole = page.tickets.find(({ id }) => id === ticket);
  if (!whole) throw new Error(`Ticket ${ticket} is not on the first page.`);
  const tickets = page.tickets.map((one) => (one === whole ? withParts(whole, 'ticket_parts', 0) : one));
  const look = { path: `/tickets/${ticket}`, status: 200, times: 1, body: withParts(whole, 'ticket_parts', 1) };
  return [{ path: '/tickets/search', status: 200, times: 1, body: { ...page, tickets } }, look];
}

/** The body without some of its parts, all of which it still counts. */
function withParts(body: object, key: 'conversation_parts' | 'ticket_parts', shown: number): object {
  const list = (body as Readonly<Record<string, object>>)[key] as Readonly<Record<string, unknown>>;
  return { ...body, [key]: { ...list, [key]: (list[key] as readonly unknown[]).slice(0, shown) } };
}

/** The values of a field that some rows of a stream have, at least so many. */
async function idsWithMany(url: string, stream: string, field: string, least = 3): Promise<readonly string[]> {
  const rows = (await bodiesOf(url, stream)).filter((row) => row[field]);
  const groups = Map.groupBy(rows, (row) => String(row[field]));
  return [...groups].filter(([, some]) => some.length >= least).map(([id]) => id);
}

async function get(url: string, path: string): Promise<object> {
  return (await (await fetch(`${url}${path}`, { headers })).json()) as object;
}
