/** Tickets, and the contacts and links that they have: one search for all. */
import { linkedObjects } from '../linked-objects.ts';
import { readTickets } from '../permissions.ts';
import { relation } from '../relation.ts';
import { records, stream } from '../stream.ts';
import { ticketScan } from './scan.ts';

export const tickets = stream({
  name: 'tickets',
  fivetran: ['ticket_history'],
  sources: [records(ticketScan)],
  permission: readTickets,
  docs: 'tickets/searchtickets',
});

export const ticketContacts = stream({
  name: 'ticket_contacts',
  sources: [
    relation(ticketScan, {
      child: 'contact',
      list: 'contacts',
      children: ({ contacts }) => contacts?.contacts,
    }),
  ],
  permission: readTickets,
  docs: 'tickets/searchtickets',
  fivetran: ['ticket_contact_history'],
});

export const ticketLinkedObjects = stream({
  name: 'ticket_linked_objects',
  sources: [linkedObjects(ticketScan)],
  permission: readTickets,
  docs: 'tickets/searchtickets',
  fivetran: ['ticket_link_history'],
});
