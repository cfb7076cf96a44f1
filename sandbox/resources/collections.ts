/** Collections of articles, and their texts in each language. */
import { collection } from '../data/collection.ts';
import { idForms } from '../data/ids.ts';
import { childRows } from '../define/child-rows.ts';
import type { Collection } from '../define/collection.ts';
import { translationRows } from '../workspace/translation-rows.ts';
import { articleScope } from './articles.ts';

export const collections: Collection = {
  ids: idForms.collection,
  count: 25,
  generate: collection,
  list: {
    path: '/help_center/collections',
    scope: articleScope,
    pages: 'numbered',
    size: { usual: 20, max: 60 },
    latestFirst: true,
  },
  retrieve: true,
};

export const collectionTranslations = childRows({
  stream: 'collection_translations',
  of: 'collections',
  parent: 'collection',
  key: ['locale'],
  rows: (body) => translationRows(body, { name: body.name, description: body.description }),
});
