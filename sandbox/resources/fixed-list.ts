/** A list in one answer whose items never change. */
import type { World } from '../data/world.ts';
import { smallList } from '../pages.ts';
import type { Body } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';
import type { Resource } from './resource.ts';

export interface FixedList {
  /** The stream whose rows are the items. */
  readonly stream: string;
  readonly path: string;
  readonly scope?: string;
  /** First API version that knows the list. */
  readonly since?: string;
  readonly items: (world: World) => readonly Body[];
  /** The fields that tell an item from all others. Default: id. */
  readonly key?: readonly string[];
  /** Returns the items that the URL asks for. Default: all. */
  readonly select?: (items: readonly Body[], url: URL) => readonly Body[];
}

export function fixedList({ stream, path, scope, since, items, key = ['id'], select }: FixedList): Resource {
  const required = { ...(scope === undefined ? {} : { scope }), ...(since === undefined ? {} : { since }) };
  return {
    routes: ({ world, options }) => [
      {
        method: 'GET',
        path,
        ...required,
        handle({ url }) {
          const all = items(world);
          return smallList(options, select ? select(all, url) : all, url);
        },
      },
    ],
    truth: { [stream]: ({ world }) => items(world).map((item) => itemRow(item, key)) },
  };
}

/** An id is a text in rows, however Intercom writes it. */
export function itemRow(item: Body, key: readonly string[]) {
  const fields = Object.fromEntries(key.map((field) => [field, field === 'id' ? String(item.id) : item[field]]));
  return row(null, fields, item.updated_at, { ...item, ...fields });
}

/** Lists leave archived items out unless they are asked for. */
export function unlessArchived(items: readonly Body[], url: URL): readonly Body[] {
  if (url.searchParams.get('include_archived') === 'true') return items;
  return items.filter(({ archived }) => archived !== true);
}
