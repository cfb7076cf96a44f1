/** The merges of contacts as the API shows them. */
import { contactRole } from '../data/contact.ts';
import { formerContacts } from '../data/former-contacts.ts';
import { idOf } from '../data/ids.ts';
import type { Body } from './bodies.ts';
import type { Workspace } from './workspace.ts';

export interface MergeEntry {
  /** How many merges there were in the workspace before this one; negative for a merge before the sandbox began. */
  readonly sequence: number;
  readonly body: Body;
}

/** The contacts that were merged into a contact itself, oldest first. */
export function mergesInto(workspace: Workspace, contact: number): readonly MergeEntry[] {
  const { world, mergedInto } = workspace;
  const since = [...mergedInto].flatMap(([source, { target, at }], sequence) =>
    target === contact ? [{ sequence, body: entry(idOf('contact', source), contactRole(world, source), at) }] : [],
  );
  return [...mergesBefore(workspace, contact), ...since];
}

/** The merges of the generated history: one a minute after the contact was created. */
function mergesBefore({ world, stores }: Workspace, contact: number): readonly MergeEntry[] {
  const former = formerContacts(world, contact);
  return former.map(({ id, role }, index) => {
    const at = Math.min(stores.contacts.live.createdAt(contact) + 60 * (index + 1), world.now);
    return { sequence: index - former.length, body: entry(id, role, at) };
  });
}

function entry(source_contact_id: string, source_contact_role: string, merged_at: number): Body {
  return { type: 'merge_history', source_contact_id, source_contact_role, merged_at };
}

const hops = 3;

/** The contact that a merged contact is part of now, at most three merges further; `undefined` for a contact that was not merged. */
export function mergedTo({ mergedInto }: Workspace, contact: number): number | undefined {
  let target = mergedInto.get(contact)?.target;
  for (let hop = 1; hop < hops && target !== undefined; hop += 1) target = mergedInto.get(target)?.target ?? target;
  return target;
}
