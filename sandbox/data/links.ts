/** Links between conversations and tickets: some of those with the same ordinal name each other, and some pairs of tickets do. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import { ticketCategory } from './ticket-type.ts';
import type { World } from './world.ts';

/** The list of linked objects of a conversation or a ticket. */
export function linkedObjects(world: World, kind: 'conversation' | 'ticket', ordinal: number) {
  const { conversations, tickets } = world.counts;
  const linked =
    ordinal < Math.min(conversations, tickets) && chooser(world.seed, 'link', ordinal).chance('linked', 0.1);
  const data = [
    ...(linked ? [kind === 'conversation' ? ticketAt(world, ordinal) : conversationAt(ordinal)] : []),
    ...(kind === 'ticket' ? pairedTicket(world, ordinal) : []),
  ];
  return { type: 'list', data, total_count: data.length, has_more: false };
}

/** Tickets are paired as 0 and 1, 2 and 3, and so on. */
function pairedTicket(world: World, ordinal: number) {
  const paired = chooser(world.seed, 'pair of tickets', Math.floor(ordinal / 2)).chance('linked', 0.1);
  const other = ordinal % 2 === 0 ? ordinal + 1 : ordinal - 1;
  return paired && Math.max(ordinal, other) < world.counts.tickets ? [ticketAt(world, other)] : [];
}

function ticketAt(world: World, ordinal: number) {
  return { type: 'ticket', id: idOf('ticket', ordinal), category: ticketCategory(world, ordinal) };
}

function conversationAt(ordinal: number) {
  return { type: 'conversation', id: idOf('conversation', ordinal), category: null };
}
