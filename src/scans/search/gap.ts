/** Reads a part of a search once more, where fewer records came than the counts of two queries tell. */
import { atLeast, filter, type Query } from '../../intercom/query.ts';
import { timeOf } from '../time-of.ts';
import type { Chain } from './page-chain.ts';
import type { SearchItem } from './resource.ts';
import type { Step } from './step.ts';

/** A query by value, to be compared with the count of the next query. */
export interface Asked {
  /** The value asked for, in epoch seconds. */
  readonly from: number;
  readonly total: number;
  /** Ids of the records below the value of the next query. */
  readonly ids: ReadonlySet<string>;
  /** How many records at the value of the next query are left out there. */
  readonly excluded: number;
  /** How often the window had been split when it was asked. */
  readonly splits: number;
}

interface Gap<T> {
  readonly ask: (...queries: readonly Query[]) => Chain<T>;
  readonly field: 'created_at' | 'updated_at';
  readonly asked: Asked;
  /** The value of the next query, in epoch seconds. */
  readonly below: number;
  readonly confirmed: number;
}

/** Yields the records that did not come before, then how many records Intercom counts and again did not show. */
export async function* gap<T extends SearchItem>({
  ask,
  field,
  asked,
  below,
  confirmed: reached,
}: Gap<T>): AsyncGenerator<Step<T>> {
  const follow = () => ask(atLeast(field, asked.from), filter(field, '<', below));
  const { total } = asked;
  const ids = new Set(asked.ids);
  let counted: number | undefined;
  let beyond = 0;
  let chain = follow();
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = follow();
      continue;
    }
    const within = page.items.filter((item) => !(timeOf(item, field) >= below));
    beyond += page.items.length - within.length;
    counted ??= page.totalCount;
    const fresh = within.filter(({ id }) => !ids.has(id));
    for (const { id } of fresh) ids.add(id);
    yield { items: fresh, reached, total, agreed: 0 };
  }
  yield { items: [], reached, total, agreed: Math.max(0, (counted ?? 0) - beyond - ids.size) };
}
