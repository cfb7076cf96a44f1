/** All content by title and type: the only list that has uploaded files. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { listPages } from '../../intercom/pages.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { readContent } from '../permissions.ts';
import { records, stream } from '../stream.ts';

/** Items of different types share ids. */
const primaryKey = ['type', 'id'];
const PER_PAGE = 50;
/** A call that names no types is answered with a choice of Intercom's own, which is documented nowhere. */
const TYPES = ['snippet', 'external_content', 'file_source_content', 'internal_article', 'article'];

const contentSearch: Resource<JsonObject> = {
  ...wholeScan('/content/search', (run) =>
    listPages<JsonObject>(run.context.client, run, {
      call: { method: 'GET', path: '/content/search', query: { content_types: TYPES.join(',') } },
      keys: ['data'],
      perPage: PER_PAGE,
      identified: primaryKey,
    }),
  ),
  endpoint: 'GET /content/search',
  cost: `one for ${PER_PAGE} items`,
};

export const contentItems = stream({
  name: 'content_items',
  sources: [records(contentSearch, { primaryKey })],
  permission: readContent,
  docs: 'content/searchcontent',
});
