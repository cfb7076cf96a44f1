/** A resource that hangs on the records of a collection: a list below each of them, such as `/contacts/{id}/tags`. */
import type { Kind } from '../resources/index.ts';
import type { Body } from '../workspace/bodies.ts';
import { type Child, relationRows } from '../workspace/relation-rows.ts';
import { known, type Workspace } from '../workspace/workspace.ts';
import { type ListEndpoint, listRoute } from './endpoint.ts';
import type { Resource } from './resource.ts';

export interface ChildList {
  readonly of: Kind;
  /** The path holds the parent's id as `{id}`. Without an endpoint the parent's own body shows the items. */
  readonly list?: ListEndpoint;
  /** All items of the parent with this ordinal, as the endpoint shows them. */
  readonly items: (workspace: Workspace, ordinal: number) => readonly Body[];
  readonly truth?: ChildTruth;
}

export interface ChildTruth {
  readonly stream: string;
  /** Parent and child in the singular: rows are keyed by `<parent>_id` and `<child>_id`. */
  readonly parent: string;
  readonly child: string;
  /** The child's side of a row; unless said, its id, and the item under the child's name. */
  readonly childOf?: (item: Body, workspace: Workspace, ordinal: number, items: readonly Body[]) => Child;
}

export function childList({ of, list, items, truth }: ChildList): Resource {
  return {
    routes: (workspace) =>
      list ? [listRoute(workspace, list, ({ params }) => items(workspace, known(workspace, of, params.id)))] : [],
    truth: truth ? { [truth.stream]: rowsOf(of, items, truth) } : {},
  };
}

function rowsOf(of: Kind, items: ChildList['items'], { parent, child, childOf }: ChildTruth) {
  const plain = (item: Body): Child => ({ id: item.id, said: { [child]: item } });
  const make = childOf ?? plain;
  return relationRows(of, parent, child, (workspace, ordinal) =>
    items(workspace, ordinal).map((item, _, all) => make(item, workspace, ordinal, all)),
  );
}
