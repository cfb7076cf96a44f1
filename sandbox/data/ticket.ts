/** Tickets, with all their parts. */
import { idOf } from './ids.ts';
import { linkedObjects } from './links.ts';
import { partsAtFirst, picture } from './parts.ts';
import { assigneeId, contactList, participants } from './people.ts';
import { phrase, subjects } from './phrases.ts';
import { type Chooser, chooser } from './random.ts';
import { type TicketStory, ticketParts, unitsOf } from './ticket-parts.ts';
import { ticketCategory, ticketState, ticketStates, ticketType, typeOfTicket } from './ticket-type.ts';
import type { Version, World } from './world.ts';

export function ticket(world: World, version: Version) {
  const { ordinal, revision, createdAt, updatedAt } = version;
  const told = ticketStory(world, version);
  const { choose, contacts, stepAt } = told;
  const state = ticketState(stepAt(revision));
  const parts = ticketParts(world, told);
  const snoozed = state.category !== 'resolved' && choose.chance('snoozed', 0.05);
  return {
    type: 'ticket',
    id: idOf('ticket', ordinal),
    // The number that people see in the Inbox, which is not the id of the API.
    ticket_id: String(ordinal + 1),
    category: ticketCategory(world, ordinal),
    ticket_attributes: attributeValues(choose, ordinal),
    ticket_state: state,
    ticket_type: ticketType(world, typeOfTicket(world, ordinal)),
    contacts: contactList(contacts),
    admin_assignee_id: assigneeId(world, choose, 'admin', 0),
    team_assignee_id: assigneeId(world, choose, 'team', revision),
    created_at: createdAt,
    updated_at: updatedAt,
    open: state.category !== 'resolved',
    // Intercom leaves it out of tickets that are not snoozed.
    ...(snoozed ? { snoozed_until: Math.max(updatedAt, world.now) + choose.integer('snooze', 1, 30) * 86_400 } : {}),
    linked_objects: linkedObjects(world, 'ticket', ordinal),
    is_shared: choose.chance('shared', 0.7),
    previous_ticket_state_id: previousStateId(told),
    ticket_parts: { type: 'ticket_part.list', ticket_parts: parts, total_count: parts.length },
  };
}

function ticketStory(world: World, version: Version): TicketStory {
  const { ordinal } = version;
  const choose = chooser(world.seed, 'ticket', ordinal);
  const states = ticketStates().length;
  const first = choose.integer('state', 0, states - 1);
  return {
    version,
    choose,
    contacts: participants(world, choose),
    admin: choose.several('author', 1, world.counts.admins)[0],
    atFirst: partsAtFirst(world, 'ticketPart', ordinal, world.counts.tickets),
    stepAt: (revision) => (first + revision) % states,
  };
}

/** The state before the last change; null for a ticket that never changed it. */
function previousStateId({ version, stepAt }: TicketStory): string | null {
  if (version.revision > 0) return ticketState(stepAt(version.revision - 1)).id;
  return stepAt(0) > 0 ? ticketState(0).id : null;
}

function attributeValues(choose: Chooser, ordinal: number) {
  return {
    _default_title_: choose.oneOf('title', subjects),
    _default_description_: choose.chance('described', 0.8) ? phrase('questions', ordinal) : null,
    'Serial number': choose.chance('serial', 0.6) ? `K2-${1000 + ordinal}` : null,
    Units: unitsOf(choose),
    Photo: photo(choose),
  };
}

/** One file stands alone, several in a list. */
function photo(choose: Chooser) {
  const names = choose.several('photos', choose.integer('photo count', 0, 2), 9).map((shot) => `photo-${shot}.png`);
  const files = names.map((name) => picture(choose, name));
  return files.length > 1 ? files : (files[0] ?? null);
}
