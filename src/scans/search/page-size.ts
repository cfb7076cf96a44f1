/** The page size of a search where Intercom fails: smaller pages, and a bounded number of restarts. */
import { TransientError } from '@airbyte-ts/cdk-shim';
import { SEARCH_PAGE_SIZE } from '../../intercom/search.ts';

export interface Pace {
  /** How many records the next chain asks for at a time. */
  readonly perPage: number;
  /** How often a call of a chain is retried: seldom while a smaller page can be tried. Undefined: as usual. */
  readonly retries: number | undefined;
  /** A page came: after some of them, pages grow again. */
  readonly came: () => void;
  /** A page did not come: pages halve. Returns false when they cannot. */
  readonly failed: () => boolean;
  /** Records were missed between two pages, so the search is asked again. Throws TransientError after too many times. */
  readonly lost: () => void;
}

const SMALLEST_PAGE = 10;
const PAGES_BEFORE_GROWTH = 10;
/** How often a shrinking total may restart a search before its streams fail. */
const MOST_RESTARTS = 20;

export function createPace(what: string): Pace {
  let perPage = SEARCH_PAGE_SIZE;
  let cameSince = 0;
  let restarts = 0;
  return {
    get perPage() {
      return perPage;
    },
    get retries() {
      return perPage > SMALLEST_PAGE ? 2 : undefined;
    },
    came() {
      cameSince += 1;
      if (cameSince < PAGES_BEFORE_GROWTH) return;
      cameSince = 0;
      perPage = Math.min(SEARCH_PAGE_SIZE, perPage * 2);
    },
    failed() {
      if (perPage <= SMALLEST_PAGE) return false;
      cameSince = 0;
      perPage = Math.max(SMALLEST_PAGE, Math.floor(perPage / 2));
      return true;
    },
    lost() {
      restarts += 1;
      if (restarts <= MOST_RESTARTS) return;
      throw new TransientError(
        `${what} lost records ${MOST_RESTARTS} times while it was read: try again when the workspace is quieter.`,
      );
    },
  };
}
