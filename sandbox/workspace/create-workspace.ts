/** Makes a workspace and its history up to the clock's present. */
import type { Clock } from '../clock.ts';
import { companiesOfContact, segmentsOfContact } from '../data/contact.ts';
import type { World } from '../data/world.ts';
import type { SandboxOptions } from '../options.ts';
import { collectionNames, collections, countOption, type Kind } from '../resources/index.ts';
import { createMembers } from './members.ts';
import { RecordStore } from './record-store.ts';
import { timeline } from './timeline.ts';
import type { Workspace } from './workspace.ts';

const years = 3;

export function createWorkspace(options: SandboxOptions, clock: Clock): Workspace {
  const now = clock.seconds();
  const start = now - years * 365 * 86_400;
  const { seed, timezone, region, indexLag } = options;
  const world: World = { seed, counts: options, start, now, timezone, region };
  const storeOf = (kind: Kind, salt: number) =>
    new RecordStore(timeline({ seed, salt, count: options[countOption(kind)], start, now }), clock, indexLag);
  // The position in the list seeds the times of the records.
  const stores = Object.fromEntries(collectionNames.map((kind, position) => [kind, storeOf(kind, position)])) as Record<
    Kind,
    RecordStore
  >;
  const members = {
    companies: createMembers(stores.contacts.live, (contact) => companiesOfContact(world, contact)),
    segments: createMembers(stores.contacts.live, (contact) => segmentsOfContact(world, contact)),
  };
  const changes = { mergedInto: new Map(), deletedConversations: [], endedContacts: [] };
  return { world, options, clock, collections, stores, members, ...changes };
}
