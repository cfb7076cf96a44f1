/** The types that tickets have, one of each category. */
import type { World } from './world.ts';

const categories = ['Customer', 'Back-office', 'Tracker'] as const;
const names = ['Repair', 'Internal task', 'Known problem'] as const;

export function categoryOf(type: number) {
  return categories[type % categories.length] ?? categories[0];
}

export function ticketType(world: World, type: number) {
  const id = 100 + type;
  const times = { created_at: world.start, updated_at: world.start };
  const attribute = (order: number, name: string) => ({
    type: 'ticket_type_attribute',
    id: String(220 + type * 10 + order),
    workspace_id: 'sandbox',
    name,
    description: '',
    data_type: 'string',
    input_options: null,
    order,
    required_to_create: order === 0,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: true,
    default: true,
    ticket_type_id: id,
    archived: false,
    ...times,
  });
  return {
    type: 'ticket_type',
    id: String(id),
    name: names[type % names.length] ?? names[0],
    description: 'What needs more than an answer.',
    icon: '🧰',
    workspace_id: 'sandbox',
    archived: false,
    ...times,
    is_internal: type === 1,
    ticket_type_attributes: {
      type: 'list',
      data: [attribute(0, '_default_title_'), attribute(1, '_default_description_')],
    },
    category: categoryOf(type),
  };
}
