/** The folders in which teammates keep articles and other content. Only the Preview of Intercom's API has them. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { listPages } from '../../intercom/pages.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readFolders } from '../permissions.ts';
import { records, stream } from '../stream.ts';

const PER_PAGE = 150;

const folderList: Resource<JsonObject> = {
  ...wholeScan('/folders', (run) =>
    listPages<JsonObject>(run.context.client, run, {
      call: { method: 'GET', path: '/folders', version: 'Preview' },
      keys: ['data'],
      perPage: PER_PAGE,
    }),
  ),
  endpoint: 'GET /folders',
  cost: `one for ${PER_PAGE} folders`,
};

export const folders = stream({
  name: 'folders',
  offered: ({ preview }) => preview,
  sources: [records(folderList)],
  permission: readFolders,
  docs: 'folders/listfolders',
});
