/** Asks a search again for the owed items. */
import type { IntercomRun } from '../../config/context.ts';
import { filter } from '../../intercom/query.ts';
import type { SearchCursor } from '../cursors/search-cursor.ts';
import { select } from '../filters.ts';
import { followChain } from './page-chain.ts';
import { createPace } from './page-size.ts';
import { criteriaOf, type SearchItem, type SearchResource, searchOf } from './resource.ts';

/** How many ids go into one search. */
const AT_ONCE = 50;

/** Yields the owed items that the search still shows. An item that it does not show is gone, and owed no longer. */
export async function* owedItems<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  cursors: readonly SearchCursor[],
): AsyncGenerator<readonly T[]> {
  const ids = [...new Set(cursors.flatMap((cursor) => cursor.enterOwed()))];
  if (ids.length === 0) return;
  const criteria = criteriaOf(resource, run);
  const pace = createPace(resource.name);
  const sort = { field: 'created_at', order: 'ascending' } as const;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const query = filter('id', 'IN', ids.slice(from, from + AT_ONCE));
    const ask = () => followChain<T>(run, { ...searchOf(resource), sort, query }, pace);
    let chain = ask();
    for (let page = await chain.next(); page; page = await chain.next()) {
      if (page === 'again') chain = ask();
      else yield await select(page.items, criteria, run);
    }
  }
  for (const cursor of cursors) cursor.endOwed();
  yield [];
}
