/** Segments of contacts and companies. */
import { idForms } from '../data/ids.ts';
import { segment } from '../data/segment.ts';
import type { Collection } from '../define/collection.ts';

export const segments: Collection = {
  ids: idForms.segment,
  count: 8,
  generate: segment,
  completeOnly: ({ members }, ordinal) => ({ count: members.segments(ordinal).length }),
  list: { path: '/segments', type: 'segment.list', key: 'segments', completeWith: 'include_count' },
  retrieve: true,
  truthForm: 'complete',
};
