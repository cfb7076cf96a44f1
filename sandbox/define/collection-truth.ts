/** The rows of a collection as they are now. */
import type { Kind } from '../resources/index.ts';
import { fullBody, listedBody } from '../workspace/bodies.ts';
import { quietFields } from '../workspace/quiet-fields.ts';
import { row, type TruthRow } from '../workspace/truth-row.ts';
import { existing, type Workspace } from '../workspace/workspace.ts';

/** A record of a log never changes: its time is that of its creation. */
export function* collectionRows(workspace: Workspace, kind: Kind): Iterable<TruthRow> {
  const { live } = workspace.stores[kind];
  const { truthForm, isLog } = workspace.collections[kind];
  const form = truthForm === 'complete' ? fullBody : listedBody;
  for (const ordinal of existing(workspace, kind)) {
    const body = form(workspace, kind, live, ordinal);
    const key = { id: String(body.id) };
    const at = isLog ? body.created_at : body.updated_at;
    yield row(kind, key, at, { ...body, ...key }, { quiet: quietFields(workspace, kind, ordinal) });
  }
}
