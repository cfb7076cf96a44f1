/** The states that tickets can be in, each with the types of tickets that have it. */
import { fixedList } from '../define/fixed-list.ts';
import { ticketStatesWithTypes } from '../workspace/world-facts.ts';

export const ticketStates = fixedList({
  stream: 'ticket_states',
  items: ticketStatesWithTypes,
  list: { path: '/ticket_states', since: '2.12', pages: 'never' },
});
