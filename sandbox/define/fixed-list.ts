/** A resource whose items belong to the workspace from its beginning and never change. */
import type { World } from '../data/world.ts';
import type { SandboxOptions } from '../options.ts';
import type { Body } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ListEndpoint, listRoute } from './endpoint.ts';
import type { Resource } from './resource.ts';

export interface FixedList {
  readonly items: (world: World) => readonly Body[];
  /** The endpoint that lists them. */
  readonly list: ListEndpoint;
  /** The items that a call asks for, where its URL can leave some out. */
  readonly asked?: (items: readonly Body[], url: URL) => readonly Body[];
  /** An item in the shape that the options ask for. */
  readonly shaped?: (options: SandboxOptions, item: Body) => Body;
  /** The name of the stream in the truth; without it the truth has no rows of the resource. */
  readonly stream?: string;
  /** The fields that tell an item from all others; `id` unless said. */
  readonly key?: readonly string[];
}

export function fixedList({
  items,
  list,
  asked = (all) => all,
  shaped = (_, item) => item,
  stream,
  key = ['id'],
}: FixedList): Resource {
  const itemsOf = ({ world, options }: Workspace) => items(world).map((item) => shaped(options, item));
  const rowOf = (body: Body) => {
    const values = Object.fromEntries(key.map((field) => [field, field === 'id' ? String(body.id) : body[field]]));
    return row(null, values, body.updated_at, { ...body, ...values });
  };
  return {
    routes: (workspace) => [listRoute(workspace, list, ({ url }) => asked(itemsOf(workspace), url))],
    truth: stream === undefined ? {} : { [stream]: (workspace) => itemsOf(workspace).map(rowOf) },
  };
}
