/** The admins in teams, and what they have before them. */
import { idOf } from '../data/ids.ts';
import { chooser } from '../data/random.ts';
import { childList } from '../define/child-list.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Level {
  readonly primary_admin_ids: readonly unknown[];
  readonly secondary_admin_ids: readonly unknown[];
}

export const teamAdmins = childList({
  of: 'teams',
  items: membersOf,
  truth: {
    stream: 'team_admins',
    parent: 'team',
    child: 'admin',
    childOf: ({ id, priority }) => ({ id, said: { priority } }),
  },
});

/** Numbers of this very moment: a reader says when it asked. */
export const teamMetrics = childList({
  of: 'teams',
  list: { path: '/teams/{id}/metrics', scope: 'read_admins', since: '2.16', type: 'team_metric.list' },
  items: (workspace, team) => membersOf(workspace, team).map(({ id }) => metric(workspace, team, id)),
  truth: {
    stream: 'team_metrics',
    parent: 'team',
    child: 'admin',
    childOf: (said) => ({ id: said.admin_id, said, own: ['measured_at'] }),
  },
});

function membersOf(workspace: Workspace, ordinal: number): readonly Body[] {
  const { admin_ids, admin_priority_level } = listedBody(workspace, 'teams', workspace.stores.teams.live, ordinal);
  const { primary_admin_ids: primary } = admin_priority_level as Level;
  return (admin_ids as readonly unknown[]).map((id) => ({
    id,
    priority: primary.includes(id) ? 'primary' : 'secondary',
  }));
}

function metric({ world }: Workspace, team: number, admin: unknown): Body {
  const choose = chooser(world.seed, `metrics of team ${idOf('team', team)}`, Number(admin));
  const open = choose.integer('open', 0, 20);
  return {
    type: 'team_metric',
    admin_id: String(admin),
    open,
    idle: choose.integer('idle', 0, open),
    snoozed: choose.integer('snoozed', 0, 5),
  };
}
