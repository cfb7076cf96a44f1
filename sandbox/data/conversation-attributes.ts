/** Attributes of conversations, which have an API of their own and integer ids, and the values that they take. */
import type { Story } from './conversation-story.ts';
import { idOf } from './ids.ts';
import { instance } from './instance.ts';
import type { World } from './world.ts';

export function conversationAttributes(world: World) {
  const attribute = (id: number, name: string, dataType: string, extra: object = {}) => ({
    type: 'conversation_attribute',
    id,
    name,
    description: `What support notes down about: ${name}`,
    data_type: dataType,
    required: id === 2,
    visible_to_team_ids: id === 3 && world.counts.teams > 0 ? [idOf('team', 0)] : [],
    archived: false,
    created_at: world.start + id * 1000,
    updated_at: world.start + id * 2000,
    admin_id: idOf('admin', 0),
    ...extra,
  });
  const option = (digit: number, label: string) => ({
    id: `0b9f2c6e-71d4-4c1a-9e08-5a6d3f2e10${digit}0`,
    label,
    archived: false,
  });
  return [
    attribute(1, 'Order number', 'string', { multiline: false }),
    attribute(2, 'Reason', 'list', { options: [option(1, 'Question'), option(2, 'Complaint'), option(3, 'Praise')] }),
    attribute(3, 'Affected devices', 'relationship', { reference: { type: 'many', object_type_id: 'device' } }),
    attribute(4, 'Old reason', 'string', { multiline: true, archived: true }),
  ];
}

/** The value of each attribute that is set, and one that Intercom sets by itself; a relationship holds instances. */
export function attributeValues({ choose, version }: Story) {
  const { ordinal, createdAt } = version;
  return {
    ...(choose.chance('ordered', 0.8) ? { 'Order number': String(10_000 + ordinal) } : {}),
    Reason: choose.oneOf('reason', ['Question', 'Complaint', 'Praise']),
    ...(choose.chance('scored', 0.4) ? { 'CX Score rating': choose.integer('score', 1, 5) } : {}),
    ...(choose.chance('device', 0.1)
      ? { 'Affected devices': { type: 'device.list', instances: [device(ordinal, createdAt)] } }
      : {}),
  };
}

function device(ordinal: number, at: number) {
  return instance('device', 16_032_000 + ordinal, {
    at,
    changedAt: at,
    externalId: `device-${ordinal + 1}`,
    attributes: { model: 'K2' },
  });
}
