/** Tickets: search, whose items carry their parts, and one by one. There is no list of all tickets. */
import { idForms } from '../data/ids.ts';
import { ticket } from '../data/ticket.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError } from '../errors.ts';
import type { Route } from '../routes/route.ts';
import { createSearch } from '../search/search.ts';
import { listedBody } from '../workspace/bodies.ts';
import { oddTicket } from '../workspace/hostile-text.ts';
import { cappedParts } from '../workspace/shown-parts.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

export const tickets: Collection = {
  ids: idForms.ticket,
  count: 120,
  generate: ticket,
  missing: () => new ApiError(404, 'ticket_not_found', 'Ticket not found'),
  listed: (workspace, body) => cappedParts(workspace, body, 'ticket_parts'),
  oddText: oddTicket,
  routes: ticketRoutes,
};

const scope = 'read_tickets';

function ticketRoutes(workspace: Workspace): Route[] {
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
      handle: ({ params }) =>
        listedBody(workspace, 'tickets', workspace.stores.tickets.live, known(workspace, 'tickets', params.id)),
    },
  ];
}
