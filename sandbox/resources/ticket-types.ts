/** The types that tickets have, with their attributes and states. */
import { fixedList } from '../define/fixed-list.ts';
import { nestedRows } from '../define/nested-rows.ts';
import { type Body, nestedItems } from '../workspace/bodies.ts';
import { ticketTypes as typesOf } from '../workspace/world-facts.ts';

const LIST = 'ticket_type_attributes';

export const ticketTypes = fixedList({
  stream: 'ticket_types',
  items: typesOf,
  list: { path: '/ticket_types', since: '2.9', pages: 'never' },
  shaped: ({ ticketTypeAttributesKey: key }, type) => ({
    ...type,
    [LIST]: { type: 'list', [key]: attributesOf(type) },
  }),
});

export const ticketTypeAttributes = nestedRows<Body>({
  stream: LIST,
  items: typesOf,
  key: ['id'],
  rows: (type) =>
    attributesOf(type).map((attribute) => ({
      ...attribute,
      ticket_type_id: type.id,
      ticket_type_updated_at: type.updated_at,
    })),
});

export const ticketTypeStates = nestedRows<Body>({
  stream: 'ticket_type_states',
  items: typesOf,
  key: ['ticket_type_id', 'ticket_state_id'],
  rows: (type) =>
    nestedItems(type, 'ticket_states', 'data').map(({ id }) => ({ ticket_type_id: type.id, ticket_state_id: id })),
});

function attributesOf(type: Body): readonly Body[] {
  return nestedItems(type, LIST, 'data');
}
