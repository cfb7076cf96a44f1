/** Looks again at a search that does not sort: a record that changes moves others to pages that were read already. */
import type { IntercomRun } from '../../config/context.ts';
import type { SearchPage } from '../../intercom/search.ts';
import type { Chain } from './page-chain.ts';

/** How often a search is followed from its beginning to its end. */
const MOST_LOOKS = 10;

/** Watches one look, page by page. */
export class Look {
  /** The ids of all records that came. */
  readonly came = new Set<string>();
  private total: number | undefined;
  private isMoved = false;

  /** Returns the records of a page that no earlier look, and no earlier page, brought. */
  fresh<T extends { readonly id: string }>({ items, totalCount }: SearchPage<T>): readonly T[] {
    if (this.total !== undefined && this.total !== totalCount) this.isMoved = true;
    this.total = totalCount;
    const fresh = items.filter(({ id }) => !this.came.has(id));
    for (const { id } of fresh) this.came.add(id);
    return fresh;
  }

  /** Registers that Intercom moved records between pages, so that the search was asked anew. */
  move(): void {
    this.isMoved = true;
  }

  /** Whether every record that Intercom counts came, and their number stayed. */
  get isWhole(): boolean {
    return !this.isMoved && this.came.size === (this.total ?? 0);
  }
}

/**
 * Follows the search of `name` again until a look brings no further record. Yields the records that `look` lacks. Warns where
 * even the last look brought some, as in a workspace in which contacts are created all the time.
 */
export async function* lookAgain<T extends { readonly id: string }>(
  { log }: IntercomRun,
  name: string,
  { follow, look }: { readonly follow: () => Chain<T>; readonly look: Look },
): AsyncGenerator<readonly T[]> {
  if (look.isWhole) return;
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    const before = look.came.size;
    let chain = follow();
    for (let page = await chain.next(); page; page = await chain.next()) {
      if (page === 'again') {
        chain = follow();
        continue;
      }
      const fresh = look.fresh(page);
      if (fresh.length > 0) yield fresh;
    }
    if (look.came.size === before) return;
  }
  log(
    'WARN',
    `${name}: each of ${MOST_LOOKS} looks at an unsorted search brought further records, so some may be missing.`,
  );
}
