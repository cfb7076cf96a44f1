/** The facts of an endpoint that serves a list, and the handler that follows from them. */
import type { SandboxOptions } from '../options.ts';
import { countedList, pagedList, smallList } from '../pages.ts';
import type { Call, Route } from '../routes/route.ts';
import type { Body } from '../workspace/bodies.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface ListEndpoint extends Pick<Route, 'path' | 'scope' | 'since'> {
  /** The key of the items; `data` unless said. */
  readonly key?: string;
  /** The answer's `type`; `list` unless said. */
  readonly type?: string;
  /**
   * `whole` (unless said): all items come in one answer, or in pages under `--paged-lists`. `numbered`: they always come
   * in pages. `counted`: the same, but a page names no next one. `flat`: the same, with the numbers of the page beside
   * the items. `never`: they always come in one answer.
   */
  readonly pages?: 'whole' | 'numbered' | 'counted' | 'flat' | 'never';
  /** How many items a page has where the call does not say, and at most; 50 and 60 unless said. */
  readonly perPage?: readonly [usual: number, max: number];
}

/** `itemsOf` gives all items that the call asks for. */
export function listRoute(
  workspace: Workspace,
  { key = 'data', type, pages, perPage, ...endpoint }: ListEndpoint,
  itemsOf: (call: Call) => readonly Body[],
): Route {
  const { options } = workspace;
  const handle = (call: Call) => {
    const items = itemsOf(call);
    const { data, ...rest } = listOf(items, call.url, { pages, perPage }, options);
    // The order of the keys is that of Intercom's examples.
    if (key === 'data' && type === undefined) return { type: 'list', data, ...rest };
    return { ...rest, ...(type !== undefined && { type }), [key]: data };
  };
  return { ...endpoint, method: 'GET', handle };
}

/** The form in which a list comes. */
type Form = { readonly [Name in 'pages' | 'perPage']: ListEndpoint[Name] | undefined };

function listOf(
  items: readonly Body[],
  url: URL,
  { pages = 'whole', perPage = [50, 60] }: Form,
  options: SandboxOptions,
) {
  const [usual, max] = perPage;
  if (pages === 'numbered') return pagedList(items, url, { usual, max, byCursor: options.cursorLists === 'all' });
  if (pages === 'counted' || pages === 'flat') return countedList(items, url, { usual, max, flat: pages === 'flat' });
  return pages === 'whole' ? smallList(options, items, url) : { type: 'list', data: items };
}
