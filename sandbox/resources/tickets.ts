/** Tickets: search, whose items carry their parts, and one by one. There is no list of all tickets, but of their types and states. */
import { ApiError } from '../errors.ts';
import type { Route } from '../route.ts';
import { createSearch } from '../search/search.ts';
import { listedBody } from '../workspace/bodies.ts';
import { parts } from '../workspace/truth-activity.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { ticketStatesWithTypes, ticketTypes } from '../workspace/world-facts.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

const scope = 'read_tickets';

export const tickets: Resource = {
  routes,
  truth: { tickets: recordRows('tickets'), ticket_parts: parts('tickets') },
};

function routes(workspace: Workspace): Route[] {
  const search = createSearch(workspace, 'tickets', { perPage: 20, sortField: 'updated_at' });
  return [
    {
      method: 'POST',
      path: '/tickets/search',
      scope,
      handle: ({ body }) => {
        const { items, total, pages } = search(body);
        return { type: 'ticket.list', pages, total_count: total, tickets: items };
      },
    },
    {
      method: 'GET',
      path: '/tickets/{id}',
      scope,
      handle: ({ params }) => {
        const ordinal = find(workspace, 'tickets', params.id ?? '');
        if (ordinal === undefined) throw new ApiError(404, 'ticket_not_found', 'Ticket not found');
        return listedBody(workspace, 'tickets', workspace.collections.tickets.live, ordinal);
      },
    },
    {
      method: 'GET',
      path: '/ticket_types',
      since: '2.9',
      handle: () => ({ type: 'list', data: ticketTypes(workspace.world) }),
    },
    {
      method: 'GET',
      path: '/ticket_states',
      since: '2.12',
      handle: () => ({ type: 'list', data: ticketStatesWithTypes(workspace.world) }),
    },
  ];
}
