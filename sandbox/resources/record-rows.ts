/** The truth about records that lists and searches show. */
import { type fullBody, listedBody } from '../workspace/bodies.ts';
import type { Kind } from '../workspace/kinds.ts';
import { quietFields } from '../workspace/quiet-fields.ts';
import { row } from '../workspace/truth-row.ts';
import { existing } from '../workspace/workspace.ts';
import type { Rows } from './resource.ts';

/** The records of a kind as lists and searches show them now, or complete. */
export function recordRows(kind: Kind, form: typeof listedBody | typeof fullBody = listedBody): Rows {
  return function* (workspace) {
    const { live } = workspace.collections[kind];
    for (const ordinal of existing(workspace, kind)) {
      const body = form(workspace, kind, live, ordinal);
      // The entries of a log never change.
      const at = kind === 'activity_logs' ? body.created_at : body.updated_at;
      const key = { id: String(body.id) };
      yield row(kind, key, at, { ...body, ...key }, { quiet: quietFields(workspace, kind, ordinal) });
    }
  };
}
