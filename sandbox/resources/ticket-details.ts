/** What tickets have: contacts, links to other records, and files in their parts. Only the tickets themselves show them. */
import { childRows } from '../define/child-rows.ts';
import { nestedItems } from '../workspace/bodies.ts';

const ofTicket = { of: 'tickets', parent: 'ticket' } as const;

export const ticketContacts = childRows({
  ...ofTicket,
  stream: 'ticket_contacts',
  key: ['contact_id'],
  rows: (body) => nestedItems(body, 'contacts', 'contacts').map((contact) => ({ contact_id: contact.id, contact })),
});

export const ticketLinkedObjects = childRows({
  ...ofTicket,
  stream: 'ticket_linked_objects',
  key: ['linked_object_type', 'linked_object_id'],
  rows: (body) =>
    nestedItems(body, 'linked_objects', 'data').map(({ id, type, ...link }) => ({
      linked_object_type: type,
      linked_object_id: id,
      ...link,
    })),
});

/** Of the parts that the API shows. */
export const ticketPartAttachments = childRows({
  ...ofTicket,
  stream: 'ticket_part_attachments',
  key: ['ticket_part_id', 'position'],
  keyedByParent: false,
  rows: (body) =>
    nestedItems(body, 'ticket_parts', 'ticket_parts').flatMap(({ id, attachments }) =>
      (attachments as readonly object[]).map((file, position) => ({ ticket_part_id: id, position, ...file })),
    ),
});
