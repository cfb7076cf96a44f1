/** News items. */
import { idForms } from '../data/ids.ts';
import { newsItem } from '../data/news.ts';
import type { Collection } from '../define/collection.ts';

export const newsScope = 'read_news';

export const newsItems: Collection = {
  ids: idForms.newsItem,
  count: 24,
  generate: newsItem,
  list: { path: '/news/news_items', scope: newsScope, pages: 'numbered', size: { usual: 10, max: 50 } },
  retrieve: true,
};
