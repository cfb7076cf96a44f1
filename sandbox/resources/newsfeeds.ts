/** Newsfeeds: each shows news items to one group of people. */
import { newsfeeds as feedsOf } from '../data/news.ts';
import { fixedList } from '../define/fixed-list.ts';
import { newsScope } from './news-items.ts';

export const newsfeeds = fixedList({
  stream: 'newsfeeds',
  items: feedsOf,
  list: { path: '/news/newsfeeds', scope: newsScope, pages: 'numbered', size: { usual: 10, max: 50 } },
});
