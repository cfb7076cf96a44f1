/** Tickets and their parts, which come with them: one search for both. */
import { keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Ticket } from '../../generated/tickets.ts';
import type { SearchItem } from '../../scans/search/resource.ts';
import { searchWalk } from '../../scans/search/search.ts';
import { lackingOf, noteWhatIsBeyond, type Parts, partsIn, wholeParts } from '../parts.ts';
import { readTickets } from '../permissions.ts';
import { asItIs, type IntercomStream, ofExisting } from '../stream.ts';

const walk = searchWalk<Ticket & SearchItem>({
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
  rows: ofExisting((ticket, run) => {
    const found = partsIn(ticket, 'ticket_parts', run);
    return lackingOf(found) > 0 ? secondLook(ticket, found, run) : rowsOf(ticket, found, run);
  }),
  primaryKey: ['id'],
  cursorField: 'ticket_updated_at',
  endpoints: ['POST /tickets/search', 'GET /tickets/{id}'],
  permission,
  cost: 'none beside those of tickets, but for a ticket that does not show all the parts that it counts',
  docs,
};

function rowsOf(ticket: Ticket, found: Parts, run: IntercomRun): readonly Row[] {
  noteWhatIsBeyond(found, null, run);
  return found.parts.map((part) => ({
    ...part,
    id: keyText(part.id),
    ticket_id: ticket.id,
    ticket_created_at: ticket.created_at,
    ticket_updated_at: ticket.updated_at,
  }));
}

/** The ticket by itself, where the search did not show all the parts that it counts. */
async function* secondLook(ticket: Ticket, first: Parts, run: IntercomRun): AsyncGenerator<Row> {
  const look = async () => {
    const body = await run.context.client.ask(run, { method: 'GET', path: `/tickets/${ticket.id}` });
    return partsIn(body, 'ticket_parts', run);
  };
  const { found, error } = await wholeParts(first, { name: `ticket ${ticket.id}`, look });
  yield* rowsOf(ticket, found, run);
  if (error) throw error;
}
