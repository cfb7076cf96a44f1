import { describe, expect, it } from 'vitest';
import { type Client, codes, type Json, start } from '../test-client.ts';

const day = 86_400;

/** Every event that can be listed of a contact, page after page. */
async function listed({ get, url }: Client, query: string): Promise<Json[]> {
  const events: Json[] = [];
  let path: string | undefined = `/events?type=user&${query}`;
  while (path !== undefined) {
    const body: Json = (await get(path)).json();
    expect(body.type).toBe('event.list');
    events.push(...(body.events as Json[]));
    path = (body.pages as { next?: string }).next?.slice(url.length);
  }
  return events;
}

/** The event as it is listed: without the contact's fields of the row of the truth. */
function asListed({ contact_id: _, contact_updated_at: __, ...event }: Json): Json {
  return event;
}

/** The contact with most events that can be listed, and the truth about them. */
async function busiest({ truth }: Client) {
  const byContact = Map.groupBy(await truth('contact_events'), ({ key }) => key.contact_id);
  const [[id, rows] = ['', []]] = [...byContact].sort(([, a], [, b]) => b.length - a.length);
  return { id, events: rows.map(({ body }) => asListed(body)) };
}

describe('events', () => {
  it('come newest first, page by page, and none is lost between two of the same second', async () => {
    const client = await start();
    const { id, events } = await busiest(client);
    expect(events.length).toBeGreaterThan(50);
    const same = events.filter((event, index) => JSON.stringify(event) === JSON.stringify(events[index + 1]));
    expect(same.length).toBeGreaterThan(0);
    const times = events.map((event) => Number(event.created_at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await listed(client, `intercom_user_id=${id}`)).toEqual(events);
    expect(await listed(client, `intercom_user_id=${id}&per_page=1`)).toEqual(events);
  });

  it('are those of 90 days, and count in summaries whatever their age', async () => {
    const client = await start();
    const { id, events } = await busiest(client);
    const sum = async () => {
      const body = (await client.get(`/events?type=user&summary=true&intercom_user_id=${id}`)).json();
      expect(body).toMatchObject({ type: 'event.summary', intercom_user_id: id, email: events[0]?.email });
      return body.events as { name: string; count: number; first: string; last: string }[];
    };
    const before = await sum();
    expect(before.reduce((total, { count }) => total + count, 0)).toBeGreaterThan(events.length);
    for (const { first, last } of before) expect(Date.parse(first)).toBeLessThanOrEqual(Date.parse(last));
    const latest = before.map(({ last }) => Date.parse(last) / 1000);
    expect(Math.max(...latest)).toBe(events[0]?.created_at);
    const { now } = (await client.post('/__sandbox/mutate', { count: 0, advance: 60 * day })).json();
    const left = await listed(client, `intercom_user_id=${id}`);
    expect(left).toEqual(events.filter((event) => Number(event.created_at) > Number(now) - 90 * day));
    expect(left.length).toBeLessThan(events.length);
    expect(await sum()).toEqual(before);
  });

  it('belong to users, by any of three ids, and to leads by one', async () => {
    const client = await start();
    const roles = new Map((await client.truth('contacts')).map(({ key, body }) => [key.id, body.role]));
    const rows = await client.truth('contact_events');
    const of = (role: string) => rows.find(({ key }) => roles.get(key.contact_id) === role)?.body ?? {};
    const user = of('user');
    const expected = await listed(client, `intercom_user_id=${user.intercom_user_id}`);
    expect(await listed(client, `user_id=${user.id}`)).toEqual(expected);
    expect(await listed(client, `email=${encodeURIComponent(String(user.email))}`)).toEqual(expected);
    const lead = of('lead');
    expect(await listed(client, `intercom_user_id=${lead.intercom_user_id}`)).toContainEqual(asListed(lead));
    expect((await client.get(`/events?type=user&user_id=${lead.id}`)).status).toBe(404);
  });

  it('are refused without somebody whose they are, and without the scope', async () => {
    const { get } = await start();
    expect(codes((await get('/events?type=user')).json())).toEqual(['parameter_not_found']);
    expect(codes((await get('/events?type=lead&email=a')).json())).toEqual(['parameter_invalid']);
    expect(codes((await get('/events?type=user&email=nobody')).json())).toEqual(['not_found']);
    const other = await start({ scopes: ['read_users_companies'] });
    expect((await other.get('/events?type=user')).status).toBe(403);
  });

  it.each([true, false])('that are added move updated_at: %s', async (eventsTouch) => {
    const client = await start({ eventsTouch });
    const [contact] = await client.truth('contacts');
    const id = contact?.key.id;
    const before = await listed(client, `intercom_user_id=${id}`);
    const operations = Array.from({ length: 5 }, () => ({ op: 'event', kind: 'contacts', id }));
    await client.post('/__sandbox/mutate', { operations, spread: 0 });
    const after = await listed(client, `intercom_user_id=${id}&per_page=2`);
    expect(after.slice(5)).toEqual(before);
    expect(after[0]).toEqual(after[4]);
    expect((await client.get(`/contacts/${id}`)).json().updated_at !== contact?.updated_at).toBe(eventsTouch);
  });
});
