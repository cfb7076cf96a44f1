/** Follows `starting_after` from page to page of one search, and notices when the search must be asked anew. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../intercom/intercom.ts';
import { type SearchPage, type SearchRequest, searchPage } from '../intercom/search.ts';
import type { Pace } from './pace.ts';

export interface Chain<T> {
  /**
   * The next page; undefined after the last one. `'again'`: what comes next cannot be had from here, since an item may
   * have slipped past us or the page is too large for Intercom now, so ask again by value.
   */
  next(): Promise<SearchPage<T> | 'again' | undefined>;
}

/** A chain keeps its query and page size from beginning to end. */
export function followChain<T>(run: IntercomRun, request: Omit<SearchRequest, 'perPage'>, pace: Pace): Chain<T> {
  const { perPage } = pace;
  let total = 0;
  /** How many were counted when the chain began, less what its pages had room for. */
  let left: number | undefined;
  let token: string | undefined;
  let ended = false;

  const ask = () => {
    const from = token === undefined ? {} : { startingAfter: token };
    return searchPage<T>(run.context.client, run, { ...request, ...from, perPage, retries: pace.retries });
  };

  /** A page that holds less than was counted is asked for once more: something was cut off, or deleted a moment ago. */
  const askWhole = async () => {
    const page = await ask();
    const expected = Math.min(perPage, left ?? page.totalCount);
    if (page.items.length >= expected) return page;
    const again = await ask();
    return again.items.length > page.items.length ? again : page;
  };

  return {
    async next() {
      if (ended) return undefined;
      const page = await askWhole().catch((error: unknown) => smallerPage(error, run, pace));
      if (page === 'again') return page;
      // Where cursors are offsets, a record deleted before us moves the rest up, and one of them past us.
      if (page.totalCount < total) {
        pace.lost();
        return 'again';
      }
      if (page.next !== undefined && page.next === token) {
        throw new Error(`POST ${request.path} answers with the same starting_after again and again: please report it.`);
      }
      pace.came();
      total = page.totalCount;
      left = Math.max(0, (left ?? total) - perPage);
      token = page.next;
      ended = page.next === undefined;
      return page;
    },
  };
}

/** Intercom has been seen to need longer for a deep page than it allows itself: a smaller one comes through. */
function smallerPage(error: unknown, run: IntercomRun, pace: Pace): 'again' {
  if (!(error instanceof TransientError) || !pace.failed()) throw error;
  run.log('INFO', `${error.message} Going on with ${pace.perPage} records a page.`);
  return 'again';
}
