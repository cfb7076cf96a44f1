/** The parts of tickets, which come with them, and the files in the parts. */
import { keyText, type Row, type Rows } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Ticket } from '../../generated/tickets.ts';
import { attachmentRows } from '../attachments.ts';
import { childOf } from '../child.ts';
import { oncePerItem } from '../once-per-item.ts';
import { lackingOf, notePartsBeyond, type Parts, partsIn, wholeParts } from '../parts.ts';
import { readTickets } from '../permissions.ts';
import { stream } from '../stream.ts';
import { ticketScan } from './scan.ts';

type Part = Parts['parts'][number];

const asks = ['GET /tickets/{id}'];
const cost = 'none beside those of tickets, but for a ticket that does not show all the parts that it counts';

/** `ticket_id` is the id of the ticket in the API, not the number that the Inbox shows. */
export const ticketParts = stream({
  name: 'ticket_parts',
  sources: [
    childOf(ticketScan, {
      rows: eachPart((part) => [{ ...part, id: keyText(part.id) }]),
      columns: ({ created_at }) => ({ ticket_created_at: created_at }),
      asks,
      cost,
    }),
  ],
  permission: readTickets,
  docs: 'tickets/searchtickets',
  fivetran: ['ticket_part_history'],
});

export const ticketPartAttachments = stream({
  name: 'ticket_part_attachments',
  sources: [
    childOf(ticketScan, {
      rows: eachPart((part, run) => attachmentRows('ticket_part', part, run)),
      primaryKey: ['ticket_part_id', 'position'],
      asks,
      cost,
    }),
  ],
  permission: readTickets,
  docs: 'tickets/searchtickets',
  fivetran: ['ticket_part_attachment_history'],
});

/** The rows that `rowsOf` makes of each part of a ticket. */
function eachPart(rowsOf: (part: Part, run: IntercomRun) => readonly Row[]) {
  const rowsOfAll = (found: Parts, run: IntercomRun) => {
    notePartsBeyond(found, null, run);
    return found.parts.flatMap((part) => rowsOf(part, run));
  };
  async function* afterSecondLook(ticket: Ticket, run: IntercomRun): AsyncGenerator<Row> {
    const { found, error } = await secondLook(ticket, run);
    yield* rowsOfAll(found, run);
    if (error) throw error;
  }
  return (ticket: Ticket, run: IntercomRun): Rows => {
    const found = partsIn(ticket, 'ticket_parts', run);
    return lackingOf(found) > 0 ? afterSecondLook(ticket, run) : rowsOfAll(found, run);
  };
}

/** Odd entries of the first look are noted already. */
const silent = { on: () => undefined };

/** The ticket by itself, where the search did not show all the parts that it counts. */
const secondLook = oncePerItem((ticket: Ticket, run) => {
  const look = async () => {
    const body = await run.context.client.ask(run, { method: 'GET', path: `/tickets/${ticket.id}` });
    return partsIn(body, 'ticket_parts', run);
  };
  return wholeParts(partsIn(ticket, 'ticket_parts', silent), { name: `ticket ${ticket.id}`, look });
});
