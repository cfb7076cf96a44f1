/** The log of what admins did. */
import { adminEmail } from './admin.ts';
import { idOf } from './ids.ts';
import { topics } from './names.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

const types = ['app_name_change', 'admin_away_mode_change', 'message_state_change', 'admin_login_success'] as const;

/** The types of events that this workspace knows. */
export function eventTypes(): readonly string[] {
  return types;
}

export function activityLog(world: World, { ordinal, createdAt }: Version) {
  const choose = chooser(world.seed, 'activity log', ordinal);
  const by = choose.integer('admin', 0, Math.max(0, world.counts.admins - 1));
  const type = choose.oneOf('type', types);
  const { description, metadata } = detail(type, choose.oneOf('topic', topics), ordinal);
  return {
    id: idOf('activityLog', ordinal),
    performed_by: { type: 'admin', id: idOf('admin', by), email: adminEmail(by), ip: `192.0.2.${1 + (ordinal % 250)}` },
    metadata,
    created_at: createdAt,
    activity_type: type,
    activity_description: `${adminEmail(by)} ${description}`,
  };
}

function detail(type: (typeof types)[number], topic: string, ordinal: number) {
  switch (type) {
    case 'app_name_change':
      return {
        description: 'renamed the workspace',
        metadata: { before: `Shop ${ordinal}`, after: `Shop ${ordinal + 1}` },
      };
    case 'admin_away_mode_change':
      return { description: 'went away', metadata: { away_mode: true, away_status_reason: 'Lunch' } };
    case 'message_state_change':
      return {
        description: `paused the message ${topic}`,
        metadata: { before: 'live', after: 'paused', message: { id: 123_000 + ordinal, title: topic } },
      };
    case 'admin_login_success':
      return { description: 'signed in', metadata: {} };
  }
}
