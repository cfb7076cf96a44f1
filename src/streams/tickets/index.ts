/** Tickets and their parts, which come with them: one search for both. */
import { keyText, type Row, type Rows } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Ticket } from '../../generated/tickets.ts';
import type { SearchItem } from '../../scans/search/resource.ts';
import { search } from '../../scans/search/search.ts';
import { childOf } from '../child.ts';
import { lackingOf, notePartsBeyond, type Parts, partsIn, wholeParts } from '../parts.ts';
import { readTickets } from '../permissions.ts';
import { records, stream } from '../stream.ts';

const ticketScan = search<Ticket & SearchItem>({
  name: 'tickets',
  object: 'ticket',
  path: '/tickets/search',
  at: 'tickets',
  precision: 'seconds',
});

export const tickets = stream({
  name: 'tickets',
  fivetran: ['ticket_history'],
  sources: [records(ticketScan)],
  permission: readTickets,
  docs: 'tickets/searchtickets',
});

/** `ticket_id` is the id of the ticket in the API, not the number that the Inbox shows. */
export const ticketParts = stream({
  name: 'ticket_parts',
  fivetran: ['ticket_part_history'],
  sources: [
    childOf(ticketScan, {
      rows: partsOf,
      columns: ({ created_at }) => ({ ticket_created_at: created_at }),
      asks: ['GET /tickets/{id}'],
      cost: 'none beside those of tickets, but for a ticket that does not show all the parts that it counts',
    }),
  ],
  permission: readTickets,
  docs: 'tickets/searchtickets',
});

function partsOf(ticket: Ticket, run: IntercomRun): Rows {
  const found = partsIn(ticket, 'ticket_parts', run);
  return lackingOf(found) > 0 ? secondLook(ticket, found, run) : rowsOf(found, run);
}

function rowsOf(found: Parts, run: IntercomRun): readonly Row[] {
  notePartsBeyond(found, null, run);
  return found.parts.map((part) => ({ ...part, id: keyText(part.id) }));
}

/** The ticket by itself, where the search did not show all the parts that it counts. */
async function* secondLook({ id }: Ticket, first: Parts, run: IntercomRun): AsyncGenerator<Row> {
  const look = async () => {
    const body = await run.context.client.ask(run, { method: 'GET', path: `/tickets/${id}` });
    return partsIn(body, 'ticket_parts', run);
  };
  const { found, error } = await wholeParts(first, { name: `ticket ${id}`, look });
  yield* rowsOf(found, run);
  if (error) throw error;
}
