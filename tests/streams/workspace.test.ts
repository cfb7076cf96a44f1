/** Odd answers about the workspace: null and absent lists, entries of other kinds, and a list without an object around it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { rowsOf } from '../harness/connector.ts';
import { readHere } from '../harness/read-here.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ contacts: 0, conversations: 0, companies: 0, tickets: 0 });
});

afterAll(() => sandbox.close());

const team = (id: number, fields: object) => ({ type: 'team', id, ...fields });
const levels = (primary: unknown, secondary: unknown) => ({
  admin_priority_level: { primary_admin_ids: primary, secondary_admin_ids: secondary },
});
const member = (team_id: string, admin_id: string, priority: string | null) => ({ team_id, admin_id, priority });

it.each<readonly [stream: string, path: string, body: unknown, rows: readonly object[]]>([
  ['team_admins', '/teams', { teams: [team(1, { admin_ids: null, admin_priority_level: null })] }, []],
  [
    'team_admins',
    '/teams',
    { teams: [team(1, { admin_ids: [7, '8', null, {}], ...levels([9, 7], null) }), team(2, levels(null, [7, 7]))] },
    [member('1', '7', 'primary'), member('1', '8', null), member('1', '9', 'primary'), member('2', '7', 'secondary')],
  ],
  ['team_admins', '/teams', { teams: [team(1, levels([7], [7]))] }, [member('1', '7', 'primary')]],
  ['workspaces', '/me', { type: 'admin', id: '1', app: null }, []],
  [
    'activity_log_event_types',
    '/admins/activity_log_event_types',
    { event_types: ['a', null, 3, 'b'] },
    [{ event_type: 'a' }, { event_type: 'b' }],
  ],
  ['activity_log_event_types', '/admins/activity_log_event_types', { event_types: null }, []],
  ['away_status_reasons', '/away_status_reasons', [{ id: 5, label: 'Lunch' }], [{ id: '5', label: 'Lunch' }]],
  ['office_hours_exceptions', '/office_hours_schedules/{id}/office_hours_exceptions', { data: [] }, []],
])('%s, where %s answers %j', async (stream, path, body, rows) => {
  const faults = [{ path, status: 200, body, times: 2 }];
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
  const output = await readHere(stream, { baseUrl: sandbox.url });
  expect(output.exitCode).toBe(0);
  expect(rowsOf(output, stream)).toEqual(rows);
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: [] }) });
});

it('a schedule and a team that are gone have no rows, and the others have theirs', async () => {
  const faults = [
    { path: '/office_hours_schedules/310/office_hours_exceptions', status: 404, times: 1 },
    { path: '/teams/{id}/metrics', status: 404, times: 1 },
  ];
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
  const exceptions = await readHere('office_hours_exceptions', { baseUrl: sandbox.url });
  expect(rowsOf(exceptions, 'office_hours_exceptions').map(({ id }) => id)).toEqual(['3110', '3111']);
  const metrics = await readHere('team_metrics', { baseUrl: sandbox.url });
  expect(metrics.exitCode).toBe(0);
  expect(new Set(rowsOf(metrics, 'team_metrics').map(({ team_id }) => team_id)).size).toBe(3);
});
