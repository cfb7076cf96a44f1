/** Tickets, with all their parts. */
import { idOf } from './ids.ts';
import { partCount, parts } from './parts.ts';
import { assigneeId, contactList, participants } from './people.ts';
import { questions, subjects } from './phrases.ts';
import { chooser } from './random.ts';
import { categoryOf, ticketType } from './ticket-type.ts';
import type { Version, World } from './world.ts';

const states = [
  { id: '8577', category: 'submitted', label: 'Submitted' },
  { id: '8578', category: 'in_progress', label: 'In progress' },
  { id: '8579', category: 'waiting_on_customer', label: 'Waiting on you' },
  { id: '8580', category: 'resolved', label: 'Resolved' },
] as const;

export function ticket(world: World, version: Version) {
  const { ordinal, revision, createdAt, updatedAt } = version;
  const choose = chooser(world.seed, 'ticket', ordinal);
  const contacts = participants(world, choose);
  const count = partCount(world, 'ticketPart', version, world.counts.tickets);
  const at = (step: number) => states[(choose.integer('state', 0, 3) + step) % states.length] ?? states[0];
  const state = at(revision);
  const previous = at(revision + states.length - 1);
  const type = choose.integer('type', 0, 2);
  const own = ({ index }: { index: number }) => ({
    ...(index === 1 ? { app_package_code: 'survey' } : {}),
    ticket_state: index === count - 1 ? state.category : 'submitted',
    previous_ticket_state: index === count - 1 ? previous.category : 'submitted',
  });
  const snoozed = choose.chance('snoozed', 0.05);
  return {
    type: 'ticket',
    id: idOf('ticket', ordinal),
    // The number that people see in the Inbox, which is not the id of the API.
    ticket_id: String(ordinal + 1),
    category: categoryOf(type),
    ticket_attributes: {
      _default_title_: choose.oneOf('title', subjects),
      _default_description_: choose.chance('described', 0.8) ? choose.oneOf('question', questions) : null,
    },
    ticket_state: {
      type: 'ticket_state',
      id: state.id,
      category: state.category,
      internal_label: state.label,
      external_label: state.label,
    },
    ticket_type: ticketType(world, type),
    contacts: contactList(contacts),
    admin_assignee_id: assigneeId(world, choose, 'admin', 0.6),
    team_assignee_id: assigneeId(world, choose, 'team', 0.4),
    created_at: createdAt,
    updated_at: updatedAt,
    open: state.category !== 'resolved',
    ...(snoozed ? { snoozed_until: updatedAt + 86_400 } : {}),
    linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
    is_shared: choose.chance('shared', 0.7),
    previous_ticket_state_id: previous.id,
    ticket_parts: {
      type: 'ticket_part.list',
      ticket_parts: parts(world, 'ticketPart', version, { count, contact: contacts[0], own }),
      total_count: count,
    },
  };
}
