/** Reads a search in ascending order of a time. Each page is asked for by value, so that no page token needs to stay valid. */
import type { IntercomRun } from '../../config/context.ts';
import { and, atLeast, filter, type Query } from '../../intercom/query.ts';
import type { SearchPage } from '../../intercom/search.ts';
import { timeOf } from '../time-of.ts';
import { Exclusion, MOST_EXCLUDED, without } from './exclusion.ts';
import { type Asked, gap } from './gap.ts';
import { createOrder, outOfOrder } from './order.ts';
import { type Chain, followChain } from './page-chain.ts';
import { createPace } from './page-size.ts';
import { type SearchItem, type SearchResource, searchOf } from './resource.ts';
import { Seam } from './seam.ts';
import type { Step } from './step.ts';
import type { Window } from './window.ts';

export interface Ascent {
  readonly field: 'created_at' | 'updated_at';
  /** The range of `field` to read. Its end may move while it is read. */
  readonly window: Window;
  /** Epoch seconds from which the index may still move: from there the search is followed page by page to its end. */
  readonly settledBelow: number;
  /** More filters. */
  readonly where: readonly Query[];
  /** Whether the search is only followed page by page, for an order that Intercom is known not to heed. Default: false. */
  readonly chainAlone?: boolean;
  /** Whether the records between two values asked for are counted, and asked for again where some are missing. Default: false. */
  readonly verify?: boolean;
}

/**
 * How many records may leave a search between two questions, since they change or go meanwhile. Where more are missing,
 * the order was not heeded.
 */
const MOST_MOVED = 10;

/** Yields every match, in pages. An item that two pages show comes once. */
export async function* ascend<T extends SearchItem>(
  run: IntercomRun,
  resource: SearchResource<T>,
  { field, window, settledBelow, where, chainAlone = false, verify = false }: Ascent,
): AsyncGenerator<Step<T>> {
  const pace = createPace(resource.name);
  const sort = { field, order: 'ascending' } as const;
  const ask = (...first: readonly Query[]) => {
    const end = Number.isFinite(window.below) ? [filter(field, '<', window.below)] : [];
    return followChain<T>(run, { ...searchOf(resource), sort, query: and(...first, ...end, ...where) }, pace);
  };
  /** The window may have been split since the page was asked for. */
  const isWithin = (item: T) => !(timeOf(item, field) >= window.below);
  const order = createOrder(field, 'ascending', settledBelow);
  const seam = new Seam<T>(field, window.from);
  // A record keeps the time of its creation, so the next query may leave out the records of the seam that came already.
  const isFixed = field === 'created_at';
  const exclusion = new Exclusion();
  const excluded = () => (isFixed && seam.ids.length <= MOST_EXCLUDED ? exclusion.possible(seam.ids) : []);
  const askOn = () => ask(atLeast(field, seam.at), ...without(excluded()));
  const step = (page: SearchPage<T>, reached: number): Step<T> => ({
    items: seam.pass(page.items, reached).filter(isWithin),
    reached,
    total: page.totalCount,
    agreed: 0,
  });

  /** All of one second that holds more than a page. */
  async function* second(value: number): AsyncGenerator<Step<T>> {
    const follow = () => ask(filter(field, '=', value), ...without(exclusion.possible(seam.ids)));
    let chain = follow();
    for (let page = await exclusion.next(chain, true); page; page = await exclusion.next(chain, true)) {
      if (page === 'again') chain = follow();
      else yield step(page, value);
    }
  }

  /** Follows a chain to its end; `first` is its page that came already. The value to resume from stays. */
  async function* chainAlong(first: SearchPage<T> | undefined, begun: Chain<T>): AsyncGenerator<Step<T>> {
    window.left = 0;
    const came = new Set(seam.all);
    let chain = begun;
    for (let page = first ?? (await chain.next()); page; page = await chain.next()) {
      if (page === 'again') {
        chain = ask(atLeast(field, seam.at));
        continue;
      }
      const fresh = page.items.filter((item) => isWithin(item) && !came.has(item.id));
      for (const { id } of fresh) came.add(id);
      yield { items: fresh, reached: confirmed, total: page.totalCount, agreed: agreedIn(chain) };
    }
  }

  const told = new WeakMap<Chain<T>, number>();
  /** How many more records two looks missed since the last call. */
  const agreedIn = (chain: Chain<T>) => {
    const more = chain.agreed - (told.get(chain) ?? 0);
    told.set(chain, chain.agreed);
    return more;
  };

  let confirmed = window.from;
  /** The latest page, until the count of the next answer confirms that nothing lies between the two. */
  let held: Step<T> | undefined;
  let asked: Asked | undefined;
  let splits = window.splits;
  /** How many records came with the earlier pages of the chain. */
  let before = 0;
  let chain = askOn();
  const askAnew = () => {
    splits = window.splits;
    before = 0;
    chain = askOn();
  };
  const next = () => exclusion.next(chain, excluded().length > 0);
  for (let page = await next(); page; page = await next()) {
    if (page === 'again') {
      asked = undefined;
      askAnew();
      continue;
    }
    const earlier = before;
    before += page.items.length;
    const total = page.totalCount - earlier;
    window.counts(page.totalCount, { left: total, splits });
    const gone = asked ? asked.ids.size + asked.excluded + (await window.splitOff(asked.splits, splits)) : 0;
    const lacking = asked ? asked.total - page.totalCount - gone : 0;
    const jumped = !verify && lacking > MOST_MOVED;
    const items = page.items.filter(isWithin);
    // A state names whole seconds only: records of a second that two pages share wait for the second page.
    const isCut = verify && items.some((item) => item[field] === seam.at && !seam.has(item));
    const shared = held && isCut ? held.items.filter((item) => item[field] === seam.at) : [];
    if (held && isCut) held = { ...held, items: held.items.filter((item) => item[field] !== seam.at) };
    const isConfirmed = !jumped && !(verify && lacking > 0);
    if (held) yield { ...held, reached: isConfirmed ? seam.at + (verify && !isCut ? 1 : 0) : confirmed };
    if (asked && lacking > 0 && verify) yield* gap({ ask, field, asked, below: seam.at, confirmed });
    held = undefined;
    const inOrder = !jumped && order.follows(items);
    if (asked && jumped) seam.goBack(asked.from, asked.ids);
    else confirmed = seam.at;
    if (!inOrder) run.log('WARN', outOfOrder(resource.name, field));
    if (chainAlone || !inOrder) {
      if (shared.length > 0) yield { items: shared, reached: confirmed, total: page.totalCount, agreed: 0 };
      yield* chainAlong(jumped ? undefined : page, jumped ? ask(atLeast(field, seam.at)) : chain);
      return;
    }
    const from = seam.at;
    const reached = items.reduce(
      (most, item) => (item[field] < settledBelow ? Math.max(most, item[field]) : most),
      seam.at,
    );
    const fresh = step(page, reached);
    const current = { ...fresh, items: [...shared, ...fresh.items], agreed: agreedIn(chain) };
    asked = undefined;
    // In order, a page that ends beyond the window holds the last records of the window.
    const last = page.items.at(-1);
    if (page.next === undefined || (last && !isWithin(last))) {
      yield { ...current, reached: verify ? window.below : seam.at };
      return;
    }
    const isOneSecond = items.length > 0 && items.every((item) => item[field] === seam.at);
    if (isOneSecond && (reached === from || !isFixed)) {
      yield { ...current, reached: from };
      // No record leaves the second of its creation, so the chain can be followed to the end of the second.
      if (isFixed) continue;
      yield* second(seam.at);
      splits = window.splits;
      before = 0;
      chain = ask(atLeast(field, seam.at + 1));
    } else if (reached === from) {
      yield { ...current, reached: from };
    } else {
      held = current;
      const below = items.filter((item) => !(timeOf(item, field) >= reached));
      const ids = new Set(below.map(({ id }) => id));
      // The records of earlier pages of the chain are not among these ids.
      asked = earlier > 0 ? undefined : { from, total, ids, splits, excluded: excluded().length };
      window.from = seam.at;
      askAnew();
    }
  }
}
