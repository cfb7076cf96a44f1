/** Lists everything of a kind by cursor: `GET /contacts` and `GET /conversations`. */
import { positiveNumber } from '../pages.ts';
import { listedBody } from '../workspace/bodies.ts';
import { idOf, ordinalOf, type Workspace } from '../workspace/workspace.ts';
import { everything } from './intervals.ts';
import { rangeMatches } from './matches.ts';
import { cutPage } from './page.ts';
import { type Found, maxPerPage, type SearchDefaults } from './search.ts';

/** Newest first by the default sort field (the order is undocumented). The lag of the index does not affect it. */
export function listAll(
  workspace: Workspace,
  kind: 'contacts' | 'conversations',
  defaults: SearchDefaults,
  query: URLSearchParams,
): Found {
  const table = workspace.stores[kind].live;
  const isByCreation = defaults.sortField === 'created_at';
  const matches = rangeMatches(isByCreation ? table.byCreation : table.byUpdate, everything);
  const { ordinals, pages } = cutPage(
    matches,
    {
      perPage: positiveNumber(query.get('per_page'), 'per_page', defaults.perPage, maxPerPage),
      startingAfter: query.get('starting_after') ?? undefined,
      descending: true,
      reading: workspace.options.cursor,
    },
    {
      keyOf: (ordinal) => (isByCreation ? table.createdAt(ordinal) : table.updatedAt(ordinal)),
      idOf: (ordinal) => idOf(workspace, kind, ordinal),
      ordinalOf: (id) => ordinalOf(workspace, kind, id),
    },
  );
  const items = ordinals.map((ordinal) => listedBody(workspace, kind, table, ordinal));
  return { items, pages, total: matches.count };
}
