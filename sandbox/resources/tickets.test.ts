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

  it('have types with attributes, and states with types', async () => {
    const { get, truth } = await start();
    const types = (await get('/ticket_types')).json().data as Json[];
    const states = (await get('/ticket_states')).json().data as Json[];
    for (const { body } of await truth('tickets')) {
      expect(types).toContainEqual(body.ticket_type);
      const { id } = body.ticket_state as Json;
      expect(states.find((state) => state.id === id)).toMatchObject({
        ...(body.ticket_state as Json),
        archived: false,
      });
    }
    for (const state of states) {
      const ids = ((state.ticket_types as Json).data as Json[]).map(({ id }) => id);
      expect(ids).toEqual(types.map(({ id }) => id));
    }
  });

  it.each(['category', 'label'] as const)('are found by state, by its %s', async (ticketSearchState) => {
    const { post, truth } = await start({ ticketSearchState });
    const tickets = (await truth('tickets')).map(({ body }) => body.ticket_state as Json);
    const count = async (operator: string, value: unknown) => {
      const query = { field: 'state', operator, value };
      return (await post('/tickets/search', { query })).json().total_count;
    };
    const field = ticketSearchState === 'label' ? 'internal_label' : 'category';
    const values = [...new Set(tickets.map((state) => String(state[field])))];
    expect(values).toHaveLength(ticketSearchState === 'label' ? 5 : 4);
    for (const value of values) {
      expect(await count('=', value)).toBe(tickets.filter((state) => state[field] === value).length);
    }
    expect(await count('IN', values)).toBe(tickets.length);
    expect(await count('=', ticketSearchState === 'label' ? 'in_progress' : 'With engineers')).toBe(0);
  });
});
