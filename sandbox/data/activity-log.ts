/** The log of what admins did. */
import { adminEmail, adminName } from './admin.ts';
import { idOf } from './ids.ts';
import { topics } from './names.ts';
import { type Chooser, chooser } from './random.ts';
import { teamName } from './team.ts';
import type { Version, World } from './world.ts';

const types = [
  'app_name_change',
  'admin_away_mode_change',
  'admin_occupancy_state_change',
  'message_state_change',
  'admin_login_success',
  'team_assignment_limit_change',
] as const;

/** The types of events that this workspace knows. */
export function eventTypes(): readonly string[] {
  return types;
}

export function activityLog(world: World, { ordinal, createdAt }: Version) {
  const choose = chooser(world.seed, 'activity log', ordinal);
  const by = choose.integer('admin', 0, Math.max(0, world.counts.admins - 1));
  const type = choose.oneOf('type', types);
  const { description, metadata } = details[type]({ world, choose, ordinal, by, at: createdAt });
  return {
    id: idOf('activityLog', ordinal),
    performed_by: { type: 'admin', id: idOf('admin', by), email: adminEmail(by), ip: `192.0.2.${1 + (ordinal % 250)}` },
    metadata,
    created_at: createdAt,
    activity_type: type,
    activity_description: `${adminEmail(by)} ${description}`,
  };
}

interface Event {
  readonly world: World;
  readonly choose: Chooser;
  readonly ordinal: number;
  /** The ordinal of the admin who did it. */
  readonly by: number;
  /** Epoch seconds. */
  readonly at: number;
}

interface Detail {
  readonly description: string;
  /** The fields depend on the type of the event. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

const details: Readonly<Record<(typeof types)[number], (event: Event) => Detail>> = {
  app_name_change: ({ ordinal }) => ({
    description: 'renamed the workspace',
    metadata: { before: `Shop ${ordinal}`, after: `Shop ${ordinal + 1}` },
  }),
  admin_away_mode_change: ({ world, by, choose }) => ({
    description: 'went away',
    metadata: {
      away_mode: true,
      away_status_reason: 'Lunch',
      reassign_conversations: choose.chance('reassigned', 0.3),
      source: 'inbox',
      update_by: Number(idOf('admin', by)),
      update_by_name: adminName(world, by),
    },
  }),
  admin_occupancy_state_change: ({ at }) => ({
    description: 'was away from the keyboard',
    metadata: {
      previous_state: 'occupied',
      new_state: 'idle',
      threshold_minutes: 20,
      last_activity_at: at - 1200,
      auto: true,
    },
  }),
  message_state_change: ({ choose, ordinal }) => {
    const title = choose.oneOf('topic', topics);
    return {
      description: `paused the message ${title}`,
      metadata: { before: 'live', after: 'paused', message: { id: 123_000 + ordinal, title } },
    };
  },
  admin_login_success: ({ choose }) => ({
    description: 'signed in',
    metadata: { sign_in_method: choose.oneOf('sign in', ['email_password', 'google', 'saml']) },
  }),
  team_assignment_limit_change: ({ world, choose }) => {
    const [team] = choose.several('team', 1, world.counts.teams);
    return {
      description: 'changed how much a team is given',
      metadata: {
        team: team === undefined ? null : { id: Number(idOf('team', team)), name: teamName(team) },
        team_assignment_limit: choose.chance('limited', 0.7) ? choose.integer('limit', 5, 60) : null,
      },
    };
  },
};
