/** Walks a search in ascending order of a time, asking by value, so that no page token has to survive anything. */
import type { IntercomRun } from '../intercom/intercom.ts';
import { and, atLeast, filter, type Query } from '../intercom/query.ts';
import type { SearchPage } from '../intercom/search.ts';
import { followChain } from './chain.ts';
import { createPace } from './pace.ts';
import { type SearchItem, type SearchResource, searchOf } from './search-resource.ts';

export interface Ascent {
  readonly field: 'created_at' | 'updated_at';
  /** Epoch seconds of `field` at which to begin, included. */
  readonly from: number;
  /** From here on the index may still move: there no value is jumped to, and one chain goes to the end. */
  readonly settledBelow: number;
  /** What else must hold. */
  readonly where: readonly Query[];
}

export interface Step<T> {
  readonly items: readonly T[];
  /** Everything below this value of the field was walked, this step included. */
  readonly reached: number;
  /** How many records Intercom counts from where it was asked to the end. */
  readonly total: number;
}

/** Yields every match, in pages; an item that is seen twice at the seam of two pages comes once. */
export async function* ascend<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { field, from, settledBelow, where }: Ascent,
): AsyncGenerator<Step<T>> {
  const pace = createPace(resource.name);
  const sort = { field, order: 'ascending' } as const;
  const ask = (first: Query) =>
    followChain<T>(run, { ...searchOf(resource, run), sort, query: and(first, ...where) }, pace);
  let at = from;
  let seam = new Set<string>();

  const step = ({ items, totalCount: total }: SearchPage<T>, reached: number): Step<T> => {
    const fresh = items.filter((item) => item[field] !== at || !seam.has(item.id));
    if (reached > at) seam = new Set();
    at = reached;
    for (const item of items) if (item[field] === at) seam.add(item.id);
    return { items: fresh, reached, total };
  };

  /** All of one second that holds more than a page. */
  async function* second(value: number): AsyncGenerator<Step<T>> {
    let chain = ask(filter(field, '=', value));
    for (let page = await chain.next(); page; page = await chain.next()) {
      if (page === 'again') chain = ask(filter(field, '=', value));
      else yield step(page, value);
    }
  }

  let chain = ask(atLeast(field, at));
  for (let page = await chain.next(); page; page = await chain.next()) {
    if (page === 'again') {
      chain = ask(atLeast(field, at));
      continue;
    }
    const from = at;
    const reached = page.items.reduce(
      (most, item) => (item[field] < settledBelow ? Math.max(most, item[field]) : most),
      at,
    );
    yield step(page, reached);
    if (page.next === undefined) return;
    if (reached > from) chain = ask(atLeast(field, at));
    else if (page.items.every((item) => item[field] === at)) {
      yield* second(at);
      chain = ask(atLeast(field, at + 1));
    }
  }
}
