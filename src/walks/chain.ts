/** Follows `starting_after` from page to page of one search, and notices when records before us have gone. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../intercom/intercom.ts';
import { type SearchPage, type SearchRequest, searchPage } from '../intercom/search.ts';

export interface Chain<T> {
  /** The next page; undefined after the last one. `'shrunk'`: an item may have slipped past us, so ask again. */
  next(): Promise<SearchPage<T> | 'shrunk' | undefined>;
}

/** How often a walk may be sent back by shrinking totals before its streams fail. */
const MOST_RESTARTS = 20;

/** A chain keeps its query and page size from beginning to end. */
export function followChain<T>(run: IntercomRun, request: SearchRequest): Chain<T> {
  let total = 0;
  let token: string | undefined;
  let ended = false;
  return {
    async next() {
      if (ended) return undefined;
      const page = await searchPage<T>(run.context.client, run, {
        ...request,
        ...(token === undefined ? {} : { startingAfter: token }),
      });
      // Where cursors are offsets, a record deleted before us moves the rest up, and one of them past us.
      if (page.totalCount < total) return 'shrunk';
      if (page.next !== undefined && page.next === token) {
        throw new Error(`POST ${request.path} answers with the same starting_after again and again: please report it.`);
      }
      total = page.totalCount;
      token = page.next;
      ended = page.next === undefined;
      return page;
    },
  };
}

/** Counts how often a walk starts again; throws TransientError when it is hopeless. */
export function countRestarts(what: string): () => void {
  let restarts = 0;
  return () => {
    restarts += 1;
    if (restarts > MOST_RESTARTS) {
      throw new TransientError(
        `${what} lost records ${MOST_RESTARTS} times while it was read: try again when it is quieter.`,
      );
    }
  };
}
