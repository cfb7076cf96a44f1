/** Folders of content (Preview): https://developers.intercom.com/docs/references/preview/rest-api/api.intercom.io/folders/listfolders */
import { fixedList } from '../define/fixed-list.ts';

export const folders = fixedList({
  stream: 'folders',
  list: { path: '/folders', since: '2.17', pages: 'counted', size: { usual: 50, max: 150 } },
  items: ({ start }) =>
    ['Product', 'Billing', 'Internal'].map((name, index) => ({
      id: 6 + index,
      name,
      description: index === 0 ? null : `What we know of: ${name}`,
      emoji: index === 0 ? '📚' : null,
      parent_folder_id: index === 2 ? 6 : null,
      content_count: 5 * index,
      created_at: start + index,
      updated_at: start + 2 * index,
    })),
});
