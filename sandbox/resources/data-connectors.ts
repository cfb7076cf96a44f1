/** Data connectors: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-connectors/listdataconnectors */
import { cursorList, withIsoTimes } from '../cursor-list.ts';
import { dataConnector, dataConnectorIds } from '../data/data-connector.ts';
import type { Collection } from '../define/collection.ts';
import { ApiError } from '../errors.ts';
import { allBodies } from '../workspace/bodies.ts';

export const dataConnectors: Collection = {
  ids: dataConnectorIds,
  count: 25,
  generate: dataConnector,
  missing: () => new ApiError(404, 'data_connector_not_found', 'Data connector not found'),
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/data_connectors',
      scope: 'read_data_connectors',
      since: '2.16',
      handle: ({ url }) =>
        cursorList(allBodies(workspace, 'data_connectors'), url, {
          by: 'updated_at',
          perPage: [20, 50],
          shown: withIsoTimes,
        }),
    },
  ],
};
