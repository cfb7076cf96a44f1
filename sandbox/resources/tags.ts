/** Tags: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags */
import { recordList } from './record-list.ts';

export const tags = recordList({ kind: 'tags', scope: 'read_tags' });
