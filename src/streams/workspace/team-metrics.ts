/** What the admins of each team have before them now: open, idle and snoozed conversations. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { askList } from '../../scans/list.ts';
import { objectsIn } from '../objects-in.ts';
import { readTeamMetrics } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';
import { teamList } from './admins.ts';

export const teamMetrics = stream({
  name: 'team_metrics',
  optIn: true,
  sources: [
    sourceOf(teamList, metricsOf, {
      primaryKey: ['team_id', 'admin_id'],
      asks: ['GET /teams/{id}/metrics'],
      cost: 'one for each team',
    }),
  ],
  permission: readTeamMetrics,
  docs: 'teams/getteammetrics',
});

async function metricsOf({ id }: { readonly id: string }, run: IntercomRun): Promise<readonly Row[]> {
  const found = await askList<JsonObject>(run, `/teams/${id}/metrics`, { at: 'data' });
  const metrics = objectsIn<JsonObject>(found, run, { name: 'metrics', key: 'admin_id' });
  const measured_at = await run.context.client.serverTime(run);
  return metrics.map((metric) => ({ ...metric, team_id: id, admin_id: keyText(metric.admin_id), measured_at }));
}
