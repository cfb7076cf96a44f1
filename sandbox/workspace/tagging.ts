/** Tags on records: those that a record had at first, and those put on later. */
import { idOf } from '../data/ids.ts';
import { type Body, fullBody, nestedItems, withItems } from './bodies.ts';
import type { Tagging } from './table.ts';
import type { Workspace } from './workspace.ts';

/** `body` with the tags put on later beside its own. */
export function withTags(
  workspace: Workspace,
  kind: 'contacts' | 'conversations',
  body: Body,
  tags: readonly Tagging[],
): Body {
  if (tags.length === 0) return body;
  const key = kind === 'contacts' ? 'data' : 'tags';
  const present = nestedItems(body, 'tags', key);
  const added = tags
    .map((tagging) => (kind === 'contacts' ? tagAddress(tagging.tag) : appliedTag(workspace, tagging)))
    .filter(({ id }) => !present.some((other) => other.id === id));
  return withItems(body, 'tags', key, [...present, ...added]);
}

function tagAddress(ordinal: number): Body {
  const id = idOf('tag', ordinal);
  return { id, type: 'tag', url: `/tags/${id}` };
}

/** A tag with the time and the admin that put it on. */
export function appliedTag(workspace: Workspace, { tag: ordinal, at }: Tagging): Body {
  const by = { type: 'admin', id: idOf('admin', 0) };
  return { ...fullBody(workspace, 'tags', workspace.stores.tags.live, ordinal), applied_at: at, applied_by: by };
}
