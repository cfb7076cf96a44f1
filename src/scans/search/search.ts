/** The scan of a resource that can be searched: changes for the streams that were backfilled, a backfill for the others, then their changes. */
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import { SEARCH_PAGE_SIZE } from '../../intercom/search.ts';
import { SearchCursor } from '../cursors/search-cursor.ts';
import { logRowsThatStay } from '../filters.ts';
import type { Parent } from '../resource.ts';
import { sessionOf } from '../session.ts';
import type { Tombstone } from '../tombstone.ts';
import { backfill } from './backfill.ts';
import { changes } from './changes.ts';
import { fullRefresh } from './full-refresh.ts';
import { owedItems } from './owed-items.ts';
import { criteriaOf, type SearchItem, type SearchResource } from './resource.ts';

export interface SearchOptions<T, F> extends Omit<SearchResource<T>, 'parameters'> {
  /** One record in a word, such as "contact". */
  readonly object: string;
  /** Facts that the rows need, asked for before the first batch. */
  readonly facts?: (run: IntercomRun) => Promise<F>;
  /** Parameters in the address of every call. `streams`: the names of the streams that read the scan in this sync. */
  readonly parameters?: (settings: Settings, streams: ReadonlySet<string>) => SearchResource<T>['parameters'];
  /** The item as one of these streams sees it: without what comes only for others. Default: whole. */
  readonly seen?: (item: SearchItem | Tombstone, stream: string) => object;
}

export function search<T extends SearchItem, F = undefined>(
  options: SearchOptions<T, F>,
): Parent<T, { readonly found?: F }> {
  const { name, path, object } = options;
  return {
    name,
    object,
    endpoint: `POST ${path}`,
    cost: `one for ${SEARCH_PAGE_SIZE} ${name}`,
    cursorField: 'updated_at',
    begin(run) {
      const facts: { found?: F } = {};
      const readers = new Set<string>();
      return sessionOf<T | Tombstone, SearchCursor, { readonly found?: F }>({
        cursor: (stream, state) => {
          const { settings } = run.context;
          readers.add(stream.name);
          const filters = options.fingerprint?.(settings, stream.name);
          const newestFirst = options.precision === 'days';
          const seen = (item: SearchItem | Tombstone) => options.seen?.(item, stream.name) ?? item;
          return new SearchCursor({ stream, state, settings, filters, newestFirst, seen });
        },
        async *batches(cursors) {
          if (options.facts) facts.found = await options.facts(run);
          const parameters = options.parameters?.(run.context.settings, readers);
          yield* phases<T>(run, { ...options, parameters }, cursors);
        },
        facts,
      });
    },
  };
}

/** Changes come first, so that a new stream does not hold up the others for hours. */
async function* phases<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  present: ReadonlySet<SearchCursor>,
): AsyncGenerator<readonly (T | Tombstone)[]> {
  const { client, settings } = run.context;
  const cursors = [...present];
  for (const { stream, restarted } of cursors) if (restarted) run.log('WARN', `${stream}: ${restarted}`);
  // A stream that needs only changes joins the backfill of another stream, and is no reason for a backfill.
  if (!cursors.some((cursor) => !cursor.isBackfilled && !cursor.changesOnly)) {
    const t0 = await client.serverTime(run);
    for (const cursor of cursors) if (!cursor.isBackfilled) cursor.beginAt(t0);
  }
  const open = cursors.filter((cursor) => !cursor.isBackfilled);
  if (open.length < cursors.length) logRowsThatStay(resource.name, criteriaOf(resource, run), run);
  const stillOpen = (which: (cursor: SearchCursor) => boolean) =>
    open.filter((cursor) => present.has(cursor) && which(cursor));
  const byUpdate = ({ mode }: SearchCursor) => mode === 'full_refresh' && settings.order === 'updated_at';
  yield* owedItems<T>(run, resource, cursors);
  yield* changes<T>(
    run,
    resource,
    cursors.filter((cursor) => cursor.isBackfilled),
  );
  yield* fullRefresh<T>(run, resource, stillOpen(byUpdate));
  yield* backfill<T>(
    run,
    resource,
    stillOpen((cursor) => !byUpdate(cursor)),
  );
  yield* changes<T>(
    run,
    resource,
    stillOpen(({ mode }) => mode === 'incremental'),
  );
}
