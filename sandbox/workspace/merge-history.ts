/** The merges of contacts as the API shows them. */
import { contactRole } from '../data/contact.ts';
import { idOf } from '../data/ids.ts';
import type { Body } from './bodies.ts';
import type { Workspace } from './workspace.ts';

export interface MergeEntry {
  /** How many merges there were in the workspace before this one. */
  readonly sequence: number;
  readonly body: Body;
}

/** The contacts that were merged into a contact itself, oldest first. */
export function mergesInto({ world, mergedInto }: Workspace, contact: number): readonly MergeEntry[] {
  return [...mergedInto].flatMap(([source, { target, at }], sequence) => {
    if (target !== contact) return [];
    const body = {
      type: 'merge_history',
      source_contact_id: idOf('contact', source),
      source_contact_role: contactRole(world, source),
      merged_at: at,
    };
    return [{ sequence, body }];
  });
}

const hops = 3;

/** The contact that a merged contact is part of now, at most three merges further; `undefined` for a contact that was not merged. */
export function mergedTo({ mergedInto }: Workspace, contact: number): number | undefined {
  let target = mergedInto.get(contact)?.target;
  for (let hop = 1; hop < hops && target !== undefined; hop += 1) target = mergedInto.get(target)?.target ?? target;
  return target;
}
