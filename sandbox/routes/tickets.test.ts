import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from '../test-client.ts';

describe('tickets', () => {
  it('carry their parts in searches, 500 at most', async () => {
    const { get, post } = await start();
    const query = { field: 'created_at', operator: '>', value: 0 };
    const page = (await post('/tickets/search', { query, pagination: { per_page: 150 } })).json();
    expect(page).toMatchObject({ type: 'ticket.list', total_count: 120 });
    const counts = (page.tickets as { ticket_parts: { ticket_parts: Json[]; total_count: number } }[]).map(
      ({ ticket_parts: { ticket_parts, total_count } }) => [ticket_parts.length, total_count],
    );
    expect(counts.find(([, total = 0]) => total > 500)?.[0]).toBe(500);
    for (const [shown, total = 0] of counts) expect(shown).toBe(Math.min(500, total));
    const [first = {}] = page.tickets as Json[];
    expect((await get(`/tickets/${first.id}`)).json()).toEqual(first);
    expect(codes((await get('/tickets/1')).json())).toEqual(['ticket_not_found']);
  });
});
