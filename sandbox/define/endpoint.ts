/** The facts of an endpoint that serves a list, and the handler that follows from them. */
import type { SandboxOptions } from '../options.ts';
import { countedList, type PageSize, pagedList, smallList } from '../pages.ts';
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
  /** How many items a page holds unless the call says otherwise, and at most. */
  readonly size?: PageSize;
}

/** `itemsOf` gives all items that the call asks for. */
export function listRoute(
  workspace: Workspace,
  { key = 'data', type, pages = 'whole', size, ...endpoint }: ListEndpoint,
  itemsOf: (call: Call) => readonly Body[],
): Route {
  const { options } = workspace;
  const handle = (call: Call) => {
    const items = itemsOf(call);
    const { data, ...rest } = listOf(items, call.url, { pages, size }, options);
    // The order of the keys is that of Intercom's examples.
    if (key === 'data' && type === undefined) return { type: 'list', data, ...rest };
    return { ...rest, ...(type !== undefined && { type }), [key]: data };
  };
  return { ...endpoint, method: 'GET', handle };
}

function listOf(
  items: readonly Body[],
  url: URL,
  { pages, size }: { readonly pages: NonNullable<ListEndpoint['pages']>; readonly size: PageSize | undefined },
  options: SandboxOptions,
) {
  if (pages === 'counted' || pages === 'flat') return countedList(items, url, { ...size, flat: pages === 'flat' });
  if (pages === 'numbered') return pagedList(items, url, { ...size, byCursor: options.cursorLists === 'all' });
  return pages === 'whole' ? smallList(options, items, url) : { type: 'list', data: items };
}
