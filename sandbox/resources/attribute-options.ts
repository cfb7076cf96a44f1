/** The values that attributes offer to choose from: only the attributes themselves show them. */
import { nestedRows } from '../define/nested-rows.ts';
import type { Body } from '../workspace/bodies.ts';
import { conversationAttributes, dataAttributes } from '../workspace/world-facts.ts';

export const companyAttributeOptions = optionsOf('company');
export const contactAttributeOptions = optionsOf('contact');

function optionsOf(model: 'company' | 'contact') {
  return nestedRows<Body>({
    stream: `${model}_attribute_options`,
    items: (world) => dataAttributes(world, model),
    key: ['full_name', 'value'],
    rows: ({ full_name, options }) => (listed(options) as readonly string[]).map((value) => ({ full_name, value })),
  });
}

export const conversationAttributeOptions = nestedRows<Body>({
  stream: 'conversation_attribute_options',
  items: conversationAttributes,
  key: ['conversation_attribute_id', 'id'],
  rows: ({ id, options }) =>
    (listed(options) as readonly Body[]).map((option) => ({ conversation_attribute_id: String(id), ...option })),
});

function listed(options: unknown): readonly unknown[] {
  return Array.isArray(options) ? options : [];
}
