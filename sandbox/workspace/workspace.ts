/** The state of a sandbox: the world from which its records are computed, and all changes since. */

import type { Clock } from '../clock.ts';
import { ordinalIn } from '../data/ids.ts';
import type { World } from '../data/world.ts';
import type { Collection } from '../define/collection.ts';
import { notFound } from '../errors.ts';
import type { SandboxOptions } from '../options.ts';
import type { Kind } from '../resources/index.ts';
import type { DeletedConversation } from './deleted-conversation.ts';
import type { MembersOf } from './members.ts';
import type { RecordStore } from './record-store.ts';
import type { Row } from './table.ts';

export interface Merge {
  /** Ordinal of the contact that took the other one in. */
  readonly target: number;
  /** Epoch seconds. */
  readonly at: number;
}

export interface Workspace {
  readonly world: World;
  readonly options: SandboxOptions;
  readonly clock: Clock;
  readonly collections: Readonly<Record<Kind, Collection>>;
  readonly stores: Readonly<Record<Kind, RecordStore>>;
  /** The contacts in each company, and in each segment. */
  readonly members: Readonly<Record<'companies' | 'segments', MembersOf>>;
  /** Contacts that were merged into others, in the order of the merges. */
  readonly mergedInto: Map<number, Merge>;
  /** Oldest first. */
  readonly deletedConversations: DeletedConversation[];
  /** The contacts that were deleted or merged into others, oldest first. */
  readonly endedContacts: { readonly ordinal: number; readonly at: number }[];
}

/** The id of the record with this ordinal. */
export function idOf({ collections }: Workspace, kind: Kind, ordinal: number): string {
  return collections[kind].ids.format(ordinal);
}

/** The ordinal that an id stands for, whether such a record exists or not; `undefined` for a text that is no id of the kind. */
export function ordinalOf({ collections }: Workspace, kind: Kind, id: string): number | undefined {
  return ordinalIn(collections[kind].ids, id);
}

/** The ordinal of a record that exists, or `undefined`. */
export function find(workspace: Workspace, kind: Kind, id: string): number | undefined {
  const ordinal = ordinalOf(workspace, kind, id);
  return ordinal !== undefined && workspace.stores[kind].live.has(ordinal) ? ordinal : undefined;
}

/** The ordinal of a record that a path names. Throws the collection's 404 where there is none. */
export function known(workspace: Workspace, kind: Kind, id: string | undefined): number {
  const ordinal = find(workspace, kind, id ?? '');
  if (ordinal === undefined) throw workspace.collections[kind].missing?.() ?? notFound();
  return ordinal;
}

/** Ordinals of the records that exist, oldest first. */
export function* existing(workspace: Workspace, kind: Kind): Generator<number> {
  const { live } = workspace.stores[kind];
  for (let ordinal = 0; ordinal < live.size; ordinal++) if (live.has(ordinal)) yield ordinal;
}

/** Writes a record's next version, seen live at once and by the index after its lag. */
export function write(workspace: Workspace, kind: Kind, ordinal: number, row: Row): void {
  const store = workspace.stores[kind];
  const existed = store.live.has(ordinal);
  store.put(ordinal, row);
  if (kind === 'conversations' && existed && row.gone) {
    workspace.deletedConversations.push({ id: idOf(workspace, kind, ordinal), deletedAt: workspace.clock.seconds() });
  }
  if (kind === 'contacts' && existed && row.gone) {
    workspace.endedContacts.push({ ordinal, at: workspace.clock.seconds() });
  }
}
