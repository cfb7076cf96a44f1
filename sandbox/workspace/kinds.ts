/** The kinds of records that have a table, and their ids. */
import * as ids from '../data/ids.ts';

export const kinds = [
  'admins',
  'teams',
  'tags',
  'segments',
  'companies',
  'contacts',
  'conversations',
  'tickets',
  'activity_logs',
] as const;

export type Kind = (typeof kinds)[number];

/** The record kind as the generators name it. */
const names = {
  admins: 'admin',
  teams: 'team',
  tags: 'tag',
  segments: 'segment',
  companies: 'company',
  contacts: 'contact',
  conversations: 'conversation',
  tickets: 'ticket',
  activity_logs: 'activityLog',
} as const satisfies Readonly<Record<Kind, string>>;

export function idOf(kind: Kind, ordinal: number): string {
  return ids.idOf(names[kind], ordinal);
}

/** The ordinal that an id stands for, whether such a record exists or not; `undefined` for a text that is no id of the kind. */
export function ordinalOf(kind: Kind, id: string): number | undefined {
  return ids.ordinalOf(names[kind], id);
}
