/** The state of the sandbox: the world from which its records are computed, and the changes since. */

import type { Clock } from '../clock.ts';
import { companiesOfContact, segmentsOfContact } from '../data/contact.ts';
import type { World } from '../data/world.ts';
import type { SandboxOptions } from '../options.ts';
import { Collection } from './collection.ts';
import type { DeletedConversation } from './deleted-conversation.ts';
import { idOf, type Kind, kinds, ordinalOf } from './kinds.ts';
import { createMembers, type MembersOf } from './members.ts';
import type { Row } from './table.ts';
import { timeline } from './timeline.ts';

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
  /** Which contacts are in a company, and in a segment. */
  readonly members: Readonly<Record<'companies' | 'segments', MembersOf>>;
  /** Contacts that were merged away, in the order in which they were. */
  readonly mergedInto: Map<number, Merge>;
  /** Oldest first. */
  readonly deletedConversations: DeletedConversation[];
}

const years = 3;

/** Generates the history up to the clock's present. */
export function createWorkspace(options: SandboxOptions, clock: Clock): Workspace {
  const now = clock.seconds();
  const { admins, teams, tags, segments, companies, contacts, conversations, tickets, activityLogs } = options;
  const counts = { admins, teams, tags, segments, companies, contacts, conversations, tickets, activityLogs };
  const start = now - years * 365 * 86_400;
  const world: World = { seed: options.seed, counts, start, now, timezone: options.timezone };
  const collection = (kind: Kind) => {
    const count = counts[kind === 'activity_logs' ? 'activityLogs' : kind];
    return new Collection(
      timeline({ seed: options.seed, salt: kinds.indexOf(kind), count, start, now }),
      clock,
      options.indexLag,
    );
  };
  const collections: Record<Kind, Collection> = {
    admins: collection('admins'),
    teams: collection('teams'),
    tags: collection('tags'),
    segments: collection('segments'),
    companies: collection('companies'),
    contacts: collection('contacts'),
    conversations: collection('conversations'),
    tickets: collection('tickets'),
    activity_logs: collection('activity_logs'),
  };
  const members = {
    companies: createMembers(collections.contacts.live, (contact) => companiesOfContact(world, contact)),
    segments: createMembers(collections.contacts.live, (contact) => segmentsOfContact(world, contact)),
  };
  return { world, options, clock, collections, members, mergedInto: new Map(), deletedConversations: [] };
}

/** The ordinal of a record that exists, or `undefined`. */
export function find(workspace: Workspace, kind: Kind, id: string): number | undefined {
  const ordinal = ordinalOf(kind, id);
  return ordinal !== undefined && workspace.collections[kind].live.has(ordinal) ? ordinal : undefined;
}

/** Ordinals of the records that exist, oldest first. */
export function* existing(workspace: Workspace, kind: Kind): Generator<number> {
  const { live } = workspace.collections[kind];
  for (let ordinal = 0; ordinal < live.size; ordinal++) if (live.has(ordinal)) yield ordinal;
}

/** Writes a record's next version, seen live at once and by the index after its lag. */
export function write(workspace: Workspace, kind: Kind, ordinal: number, row: Row): void {
  const collection = workspace.collections[kind];
  const existed = collection.live.has(ordinal);
  collection.put(ordinal, row);
  if (kind === 'conversations' && existed && row.gone) {
    workspace.deletedConversations.push({ id: idOf(kind, ordinal), deletedAt: workspace.clock.seconds() });
  }
}
