/** The contacts in a group (a company, a segment): computed from the contacts when first needed. */
import type { Table } from './table.ts';

/** Ordinals of the contacts that exist and are in the group with this ordinal, oldest first. */
export type MembersOf = (group: number) => readonly number[];

/**
 * `groupsOf` gives the groups of a contact, which never change, so each contact is looked at once. Deleted contacts are
 * left out of every answer.
 */
export function createMembers(contacts: Table, groupsOf: (contact: number) => readonly number[]): MembersOf {
  const byGroup = new Map<number, number[]>();
  let asked = 0;
  return (group) => {
    for (; asked < contacts.size; asked += 1) {
      for (const each of groupsOf(asked)) {
        const list = byGroup.get(each);
        if (list) list.push(asked);
        else byGroup.set(each, [asked]);
      }
    }
    return (byGroup.get(group) ?? []).filter((contact) => contacts.has(contact));
  };
}
