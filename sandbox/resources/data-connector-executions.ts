/** The requests of data connectors: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-connectors/listdataconnectorexecutionresults */
import { cursorList, withIsoTimes } from '../cursor-list.ts';
import { executions } from '../data/data-connector.ts';
import type { Resource } from '../define/resource.ts';
import { parameterInvalid } from '../errors.ts';
import { row } from '../workspace/truth-row.ts';
import { existing, known, type Workspace } from '../workspace/workspace.ts';

export const dataConnectorExecutions: Resource = {
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/data_connectors/{id}/execution_results',
      scope: 'read_data_connectors',
      since: '2.16',
      handle({ params, url }) {
        const now = workspace.clock.seconds();
        const from = time(url, 'start_ts', now - 3600);
        const to = time(url, 'end_ts', now);
        const made = executionsOf(workspace, known(workspace, 'data_connectors', params.id));
        const asked = made.filter(({ created_at }) => created_at >= from && created_at <= to);
        return cursorList(asked, url, { by: 'created_at', perPage: [10, 30], shown: withIsoTimes });
      },
    },
  ],
  truth: {
    *data_connector_executions(workspace) {
      for (const ordinal of existing(workspace, 'data_connectors')) {
        for (const body of executionsOf(workspace, ordinal)) yield row(null, { id: body.id }, body.created_at, body);
      }
    },
  },
};

function executionsOf({ world, stores, clock }: Workspace, ordinal: number) {
  const createdAt = stores.data_connectors.live.createdAt(ordinal);
  return executions(world, ordinal, { createdAt, now: clock.seconds() });
}

function time(url: URL, name: string, fallback: number): number {
  const value = url.searchParams.get(name);
  if (value === null) return fallback;
  if (!/^\d+$/.test(value)) throw parameterInvalid(`${name} must be a Unix timestamp (integer)`);
  return Number(value);
}
