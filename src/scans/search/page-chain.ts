/** Follows `starting_after` from page to page of one search, and notices when the search must be asked anew. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { UnexpectedAnswer } from '../../intercom/errors.ts';
import { type SearchPage, type SearchRequest, searchPage } from '../../intercom/search.ts';
import { UnreachableError } from '../../intercom/transport.ts';
import type { Pace } from './page-size.ts';

export interface Chain<T> {
  /**
   * The next page; undefined after the last page. `'again'`: ask again by value, since an item may have been missed, the
   * page is too large for Intercom now, or Intercom refuses its own cursor.
   * Throws TransientError when the search repeats itself.
   */
  readonly next: () => Promise<SearchPage<T> | 'again' | undefined>;
  /** How many records two looks at a page agree that Intercom counts and does not show. */
  readonly agreed: number;
}

/** How many empty pages in a row a search may have before it ends. */
const MOST_EMPTY = 3;

/** A chain keeps its query and page size from beginning to end. */
export function followChain<T extends { readonly id: string }>(
  run: IntercomRun,
  request: Omit<SearchRequest, 'perPage'>,
  pace: Pace,
): Chain<T> {
  const { perPage } = pace;
  const cursors = new Set<string>();
  let total = 0;
  /** How many records were counted when the chain began, less the size of its pages so far. */
  let left: number | undefined;
  let token: string | undefined;
  let ended = false;
  let agreed = 0;
  let before = new Set<string>();
  let empty = 0;

  const ask = () => {
    const from = token === undefined ? {} : { startingAfter: token };
    const page = (retries: number | undefined) =>
      searchPage<T>(run.context.client, run, { ...request, ...from, perPage, retries });
    return page(pace.retries).catch((error: unknown) => {
      if (!(error instanceof UnreachableError)) throw error;
      return page(undefined);
    });
  };

  /** A page with fewer records than were counted is asked for once more: it was cut off, or records were deleted a moment ago. */
  const askWhole = async () => {
    const page = await ask();
    const expected = Math.min(perPage, left ?? page.totalCount);
    if (page.items.length >= expected) return page;
    const again = await ask();
    if (again.items.length === page.items.length) agreed += expected - page.items.length;
    return again.items.length > page.items.length ? again : page;
  };

  /** Drops the records of the page before. Throws TransientError where the search continues without anything new. */
  const fresh = ({ items, next }: SearchPage<T>): readonly T[] => {
    const ids = new Set<string>();
    const unknown = items.filter(({ id }) => {
      const isNew = !ids.has(id) && !before.has(id);
      ids.add(id);
      return isNew;
    });
    empty = unknown.length === 0 ? empty + 1 : 0;
    if (next !== undefined && (empty >= MOST_EMPTY || (unknown.length === 0 && items.length > 0))) throw repeats();
    before = ids;
    return unknown;
  };

  const repeats = () =>
    new TransientError(
      `POST ${request.path} leads from page to page without anything new: try again later, and report it if it stays.`,
    );

  return {
    get agreed() {
      return agreed;
    },
    async next() {
      if (ended) return undefined;
      if (token !== undefined && cursors.has(token)) throw repeats();
      if (token !== undefined) cursors.add(token);
      const page = await askWhole().catch((error: unknown) => askAgain(error, { run, pace, token }));
      if (page === 'again') return page;
      // Where cursors are offsets, a deletion on an earlier page moves the later records up, and one of them is missed.
      if (page.totalCount < total) {
        pace.lost();
        return 'again';
      }
      const items = fresh(page);
      pace.came();
      total = page.totalCount;
      left = Math.max(0, (left ?? total) - perPage);
      // A page may name itself as the next page. Where every counted record came, that is the end.
      ended = page.next === undefined || (left === 0 && cursors.has(page.next));
      token = page.next;
      return { ...page, items };
    },
  };
}

interface Asked {
  readonly run: IntercomRun;
  readonly pace: Pace;
  readonly token: string | undefined;
}

/** Intercom has been seen to time out on a deep page, and to refuse its own cursor. */
function askAgain(error: unknown, { run, pace, token }: Asked): 'again' {
  if (token !== undefined && error instanceof UnexpectedAnswer) {
    pace.lost();
    run.log('INFO', `${error.message} Asking again from the last record.`);
    return 'again';
  }
  if (!(error instanceof TransientError) || error instanceof UnreachableError || !pace.failed()) throw error;
  run.log('INFO', `${error.message} Continuing with ${pace.perPage} records a page.`);
  return 'again';
}
