/** Data connectors, which send requests to other programs, and the requests that they sent. */
import type { DataConnectorExecution } from '../../generated/data_connector_executions.ts';
import { askList, pages } from '../../scans/list.ts';
import { logs } from '../../scans/logs.ts';
import { readDataConnectors } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const dataConnectors = stream({
  name: 'data_connectors',
  sources: [records(pages('/data_connectors', { at: 'data', cursorField: 'updated_at', perPage: 50 }))],
  permission: readDataConnectors,
  docs: 'data-connectors/listdataconnectors',
});

/** Without a time Intercom shows the last hour only. Bodies of requests and answers are not asked for: they may hold secrets. */
const executions = logs<DataConnectorExecution & { readonly created_at: number }>(
  '/data_connectors/{id}/execution_results',
  {
    owners: (run) => askList(run, '/data_connectors', { at: 'data' }),
    at: 'data',
    perPage: 30,
    since: 'start_ts',
  },
);

export const dataConnectorExecutions = stream({
  name: 'data_connector_executions',
  optIn: true,
  sources: [records(executions, { asks: ['GET /data_connectors'] })],
  permission: readDataConnectors,
  docs: 'data-connectors/listdataconnectorexecutionresults',
});
