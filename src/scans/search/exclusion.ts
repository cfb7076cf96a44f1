/** Queries that leave out the records that came already, as long as Intercom accepts them. */
import { UnexpectedAnswer } from '../../intercom/errors.ts';
import { filter, type Query } from '../../intercom/query.ts';
import type { Chain } from './page-chain.ts';

/** How many ids a query may leave out. */
export const MOST_EXCLUDED = 150;

/** The filter that leaves out records; no filter for no ids. */
export function without(ids: readonly string[]): readonly Query[] {
  return ids.length > 0 ? [filter('id', 'NIN', ids)] : [];
}

export class Exclusion {
  private isRefused = false;

  /** Returns as many of the ids as a query may leave out: none where Intercom refused such a query. */
  possible(ids: readonly string[]): readonly string[] {
    return this.isRefused ? [] : ids.slice(0, MOST_EXCLUDED);
  }

  /** The next page. Returns 'again' where Intercom refuses the query, which `excludes` ids: ask again without them. */
  async next<T>(chain: Chain<T>, excludes: boolean): ReturnType<Chain<T>['next']> {
    try {
      return await chain.next();
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || !excludes || this.isRefused) throw error;
      this.isRefused = true;
      return 'again';
    }
  }
}
