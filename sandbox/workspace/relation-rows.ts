/** Rows of a relation: one for each pair of parent and child, complete beyond the ten items that a body shows. */
import type { Kind } from '../resources/index.ts';
import { type Body, fullBody } from './bodies.ts';
import { row, type Signs, type TruthRow } from './truth-row.ts';
import { existing, type Workspace } from './workspace.ts';

/** The child's side of a row. */
export interface Child extends Signs {
  readonly id: unknown;
  /** The fields of the row that describe the child, beside its id. */
  readonly said: Body;
}

export function relationRows(
  kind: Kind,
  parent: string,
  child: string,
  childrenOf: (workspace: Workspace, ordinal: number) => readonly Child[],
): (workspace: Workspace) => Iterable<TruthRow> {
  return function* (workspace) {
    const { live } = workspace.stores[kind];
    for (const ordinal of existing(workspace, kind)) {
      const { id: parentId, updated_at } = fullBody(workspace, kind, live, ordinal);
      for (const { id, said, ...signs } of childrenOf(workspace, ordinal)) {
        const key = { [`${parent}_id`]: parentId, [`${child}_id`]: String(id) };
        yield row(kind, key, updated_at, { ...key, [`${parent}_updated_at`]: updated_at, ...said }, signs);
      }
    }
  };
}
