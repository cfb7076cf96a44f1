/** The parts of a conversation or a ticket as the API shows them. */
import { type Body, nestedItems } from './bodies.ts';
import type { Workspace } from './workspace.ts';

const partsLimit = 500;

/** `body` with the 500 most recent parts of `list`, and their total. */
export function cappedParts(workspace: Workspace, body: Body, list: string): Body {
  const parts = nestedItems(body, list, list);
  const shown = parts.slice(-partsLimit);
  const total = workspace.options.partsTotal === 'true' ? parts.length : shown.length;
  return { ...body, [list]: { ...(body[list] as Body), [list]: shown, total_count: total } };
}
