/** Counts of records, as a client can find them with searches and lists. */
import { ticketStates } from '../data/ticket-type.ts';
import type { Kind } from '../resources/index.ts';
import { allBodies, type Body, fullBody, nestedItems } from './bodies.ts';
import { row, type TruthRow } from './truth-row.ts';
import { existing, idOf, type Workspace } from './workspace.ts';

/** Rows keyed by `object`, `breakdown` and `value`; a possible value that no record has counts as 0. */
export function* countRows(workspace: Workspace): Iterable<TruthRow> {
  const contacts = allBodies(workspace, 'contacts', fullBody);
  yield* rows('contact', 'role', ['user', 'lead'], contacts, ({ role }) => [role]);
  yield* rows('contact', 'tag', idsOf(workspace, 'tags'), contacts, (contact) => nestedIds(contact, 'data'));
  for (const segment of existing(workspace, 'segments')) {
    yield count('contact', 'segment', idOf(workspace, 'segments', segment), workspace.members.segments(segment).length);
  }

  const companies = allBodies(workspace, 'companies', fullBody);
  yield* rows('company', 'tag', idsOf(workspace, 'tags'), companies, (company) => nestedIds(company, 'tags'));
  for (const [object, kind] of totals) yield count(object, 'total', 'all', idsOf(workspace, kind).length);

  const conversations = allBodies(workspace, 'conversations', fullBody);
  yield* rows('conversation', 'state', ['open', 'closed', 'snoozed'], conversations, ({ state }) => [state]);
  const assignee = ({ admin_assignee_id: id }: Body) => [id === 0 ? 'unassigned' : String(id)];
  yield* rows('conversation', 'assignment', ['unassigned'], conversations, assignee);
  yield* rows('conversation', 'admin', idsOf(workspace, 'admins'), conversations, assignee);

  const categories = [...new Set(ticketStates().map(({ category }) => category))];
  const tickets = allBodies(workspace, 'tickets', fullBody);
  yield* rows('ticket', 'state', categories, tickets, ({ ticket_state: state }) => [(state as Body).category]);
}

const totals = [
  ['contact', 'contacts'],
  ['company', 'companies'],
  ['tag', 'tags'],
  ['segment', 'segments'],
  ['conversation', 'conversations'],
  ['ticket', 'tickets'],
] as const satisfies readonly (readonly [string, Kind])[];

function idsOf(workspace: Workspace, kind: Kind): readonly string[] {
  return Array.from(existing(workspace, kind), (ordinal) => idOf(workspace, kind, ordinal));
}

function nestedIds(body: Body, key: 'data' | 'tags'): readonly unknown[] {
  return nestedItems(body, 'tags', key).map(({ id }) => id);
}

/** A row for each value with the number of bodies that have it. */
function* rows(
  object: string,
  breakdown: string,
  values: readonly string[],
  bodies: readonly Body[],
  valuesOf: (body: Body) => readonly unknown[],
): Iterable<TruthRow> {
  const counted = new Map<unknown, number>();
  for (const value of bodies.flatMap(valuesOf)) counted.set(value, (counted.get(value) ?? 0) + 1);
  for (const value of values) yield count(object, breakdown, value, counted.get(value) ?? 0);
}

function count(object: string, breakdown: string, value: string, number: number): TruthRow {
  const key = { object, breakdown, value };
  return row(null, key, null, { ...key, count: number }, { own: ['counted_at'] });
}
