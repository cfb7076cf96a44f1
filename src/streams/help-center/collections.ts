/** The collections that articles stand in, with their texts in each language. */
import type { Collection } from '../../generated/collections.ts';
import { pages } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { readArticles } from '../permissions.ts';
import { records, stream } from '../stream.ts';
import { translationsOf } from './translations.ts';

const collectionScan = pages<Collection>('/help_center/collections', {
  object: 'collection',
  at: 'data',
  perPage: 20,
  cursorField: 'updated_at',
});

export const collections = stream({
  name: 'collections',
  sources: [records(collectionScan)],
  permission: readArticles,
  docs: 'help-center/listallcollections',
  fivetran: ['collection_history'],
});

export const collectionTranslations = stream({
  name: 'collection_translations',
  sources: [
    childOf(collectionScan, {
      rows: translationsOf(['name', 'description']),
      primaryKey: ['collection_id', 'locale'],
    }),
  ],
  permission: readArticles,
  docs: 'help-center/listallcollections',
});
