/** Bodies of records: complete, and as lists show them. */
import type { Kind } from '../resources/index.ts';
import type { Table } from './table.ts';
import { existing, type Workspace } from './workspace.ts';

export type Body = Readonly<Record<string, unknown>>;

/**
 * The record with all its lists complete: tags put on later included, companies deleted since left out. Companies and
 * segments say how many contacts they have; conversations come without their parts.
 */
export function fullBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  const body = completeBody(workspace, kind, table, ordinal);
  return { ...body, ...workspace.collections[kind].completeOnly?.(workspace, ordinal) };
}

function completeBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  const { generate, complete } = workspace.collections[kind];
  const row = table.row(ordinal);
  const body = generate(workspace.world, { ordinal, ...row }) as Body;
  return complete?.(workspace, body, { ordinal, row }) ?? body;
}

/** The record as lists and searches show it without optional parameters. */
export function listedBody(workspace: Workspace, kind: Kind, table: Table, ordinal: number): Body {
  const body = completeBody(workspace, kind, table, ordinal);
  return shapedBody(workspace, kind, workspace.collections[kind].listed?.(workspace, body) ?? body);
}

/** `body` in the shape and with the texts that the options ask for. */
export function shapedBody({ collections, options }: Workspace, kind: Kind, body: Body): Body {
  const { liveShape, oddText } = collections[kind];
  const shaped = options.shapes === 'live' && liveShape ? liveShape(options, body) : body;
  return options.text === 'hostile' && oddText ? oddText(shaped) : shaped;
}

/** Every record of a kind, oldest first, as lists show it or complete. */
export function allBodies(workspace: Workspace, kind: Kind, form: typeof listedBody = listedBody): Body[] {
  const { live } = workspace.stores[kind];
  return Array.from(existing(workspace, kind), (ordinal) => form(workspace, kind, live, ordinal));
}

/** The items of a nested list such as `tags.data`; none when the list is null or absent. */
export function nestedItems(body: Body, list: string, items: string): readonly Body[] {
  return ((body[list] as Body | null | undefined)?.[items] as readonly Body[] | undefined) ?? [];
}

/** `body` with other items in a nested list. */
export function withItems(body: Body, list: string, key: string, items: readonly Body[]): Body {
  return { ...body, [list]: { ...(body[list] as Body | null), [key]: items } };
}
