/** Segments, with their sizes on request: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/segments */
import { recordList } from './record-list.ts';

export const segments = recordList({
  kind: 'segments',
  listedAs: { type: 'segment.list', key: 'segments' },
  completeBy: 'include_count',
});
