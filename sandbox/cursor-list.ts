/** Lists that come newest first in pages by `starting_after`, without any count; the cursor holds a time and an id. */
import { ApiError } from './errors.ts';
import { positiveNumber } from './pages.ts';
import type { Body } from './workspace/bodies.ts';

export interface CursorList {
  /** The time by which the items are sorted, in epoch seconds. */
  readonly by: 'created_at' | 'updated_at';
  readonly perPage: readonly [usual: number, max: number];
  /** An item as the list shows it. Default: as it is. */
  readonly shown?: (item: Body) => Body;
}

type Place = readonly [time: number, id: string];

/** The page of `items` that the URL asks for. Throws 400 `client_error` for a cursor that is none. */
export function cursorList(
  items: readonly Body[],
  url: URL,
  { by, perPage: [usual, max], shown = (item) => item }: CursorList,
): Body {
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', usual, max);
  const after = placeIn(url.searchParams.get('starting_after'));
  const left = items
    .map((item): readonly [Place, Body] => [[Number(item[by]), String(item.id)], item])
    .sort(([a], [b]) => inOrder(a, b))
    .filter(([place]) => after === undefined || inOrder(after, place) < 0);
  const page = left.slice(0, perPage);
  const [last] = page.at(-1) ?? [];
  const next = left.length > perPage && last ? { starting_after: tokenOf(last) } : null;
  return { type: 'list', data: page.map(([, item]) => shown(item)), pages: { type: 'pages', per_page: perPage, next } };
}

function inOrder([time, id]: Place, [otherTime, otherId]: Place): number {
  return otherTime - time || Number(otherId) - Number(id);
}

function tokenOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64');
}

function placeIn(token: string | null): Place | undefined {
  if (token === null || token === '') return undefined;
  const [, time, id] = /^\[(\d+),"(\d+)"\]$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (time === undefined || id === undefined) {
    const message =
      'Invalid starting_after param. Please try again using a starting_after value from a paginated response';
    throw new ApiError(400, 'client_error', message);
  }
  return [Number(time), id];
}

/** The item with its times as ISO 8601; `digits`: how many a second's fraction has. */
export function withIsoTimes(item: Body, digits: 0 | 3 = 0): Body {
  const times = Object.entries(item).filter(([name, value]) => name.endsWith('_at') && typeof value === 'number');
  return { ...item, ...Object.fromEntries(times.map(([name, value]) => [name, iso(Number(value), digits)])) };
}

/** The fraction is made of the second, since records keep whole seconds. */
function iso(seconds: number, digits: 0 | 3): string {
  const milliseconds = digits === 0 ? 0 : seconds % 1000;
  const text = new Date(seconds * 1000 + milliseconds).toISOString();
  return digits === 0 ? text.replace('.000Z', 'Z') : text;
}
