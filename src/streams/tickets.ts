/** Tickets and their parts, which come with them: one search for both. */
import type { Ticket } from '../generated/tickets.ts';
import { searchWalk } from '../walks/search.ts';
import { readTickets } from './permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from './stream.ts';

const walk = searchWalk<Ticket>({
  name: 'tickets',
  path: '/tickets/search',
  recordsAt: 'tickets',
  timesAre: 'seconds',
});
const permission = readTickets;
const docs = 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets/searchtickets';

export const tickets: IntercomStream<Ticket> = {
  name: 'tickets',
  walk,
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  endpoints: ['POST /tickets/search'],
  permission,
  cost: 'one for 150 tickets',
  docs,
};

/** `ticket_id` is the id of the ticket in the API, not the number that the Inbox shows. */
export const ticketParts: IntercomStream<Ticket> = {
  name: 'ticket_parts',
  walk,
  rows: ofExisting(({ id, created_at, updated_at, ticket_parts }) =>
    (ticket_parts?.ticket_parts ?? []).map((part) => ({
      ...part,
      id: String(part.id),
      ticket_id: id,
      ticket_created_at: created_at,
      ticket_updated_at: updated_at,
    })),
  ),
  primaryKey: ['id'],
  cursorField: 'ticket_updated_at',
  endpoints: ['POST /tickets/search'],
  permission,
  cost: 'none beside those of tickets',
  docs,
};
