/** Tags. */
import { idForms } from '../data/ids.ts';
import { tag } from '../data/tag.ts';
import type { Collection } from '../define/collection.ts';

export const tags: Collection = {
  ids: idForms.tag,
  count: 20,
  generate: tag,
  list: { path: '/tags', scope: 'read_tags' },
  retrieve: true,
};
