/** The types that tickets have, one of each category, with their attributes and states. */
import { chooser } from './random.ts';
import type { World } from './world.ts';

const types = [
  { category: 'Customer', name: 'Repair' },
  { category: 'Back-office', name: 'Internal task' },
  { category: 'Tracker', name: 'Known problem' },
] as const;

const states = [
  { id: '8577', category: 'submitted', internal_label: 'Submitted', external_label: 'Submitted' },
  { id: '8578', category: 'in_progress', internal_label: 'With engineers', external_label: 'In progress' },
  { id: '8581', category: 'in_progress', internal_label: 'Waiting for parts', external_label: 'In progress' },
  { id: '8579', category: 'waiting_on_customer', internal_label: 'Waiting on them', external_label: 'Waiting on you' },
  { id: '8580', category: 'resolved', internal_label: 'Done', external_label: 'Resolved' },
] as const;

/** Each attribute's name and data type; those that Intercom itself brings come first. */
const attributes = [
  { name: '_default_title_', dataType: 'string' },
  { name: '_default_description_', dataType: 'string' },
  { name: 'Serial number', dataType: 'string' },
  { name: 'Units', dataType: 'integer' },
  { name: 'Photo', dataType: 'files' },
] as const;

/** Every type that tickets can have. */
export function ticketTypes(world: World) {
  return types.map((_, type) => ticketType(world, type));
}

/** 0, 1 or 2: which type the ticket at an ordinal has. */
export function typeOfTicket(world: World, ordinal: number): number {
  return chooser(world.seed, 'ticket', ordinal).integer('type', 0, types.length - 1);
}

export function ticketCategory(world: World, ordinal: number) {
  return typeAt(typeOfTicket(world, ordinal)).category;
}

/** Every state that tickets can be in, in the order in which they go through them; a category may have several. */
export function ticketStates() {
  return states.map((_, step) => ticketState(step));
}

/** The state that is `step` steps after the first; after the last comes the first. */
export function ticketState(step: number) {
  return { type: 'ticket_state', ...(states[step % states.length] ?? states[0]) };
}

export function attributeId(type: number, order: number): string {
  return String(220 + type * 10 + order);
}

export function ticketType(world: World, type: number) {
  const id = 100 + type;
  const times = { created_at: world.start, updated_at: world.start };
  const { category, name } = typeAt(type);
  const data = attributes.map((attribute, order) => ({
    type: 'ticket_type_attribute',
    id: attributeId(type, order),
    workspace_id: 'sandbox',
    name: attribute.name,
    description: '',
    data_type: attribute.dataType,
    input_options: order < 2 ? { multiline: order === 1 } : null,
    order,
    required_to_create: order === 0,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: true,
    default: order < 2,
    ticket_type_id: id,
    archived: false,
    ...times,
  }));
  return {
    type: 'ticket_type',
    id: String(id),
    name,
    description: 'What needs more than an answer.',
    icon: '🧰',
    workspace_id: 'sandbox',
    archived: false,
    ...times,
    is_internal: category === 'Back-office',
    ticket_type_attributes: { type: 'list', data },
    ticket_states: { type: 'list', data: ticketStates() },
    category,
  };
}

function typeAt(type: number) {
  return types[type % types.length] ?? types[0];
}
