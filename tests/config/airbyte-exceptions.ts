/** Where a top-level field of airbyte/source-intercom 0.13 is not in our rows under the same type, each with its reason. */

export interface Exception {
  /** As `stream.field`. */
  readonly field: string;
  /** Its type there and here, as JSON Schema names them; undefined where our rows have no such field. */
  readonly theirs: string;
  readonly ours: string | undefined;
  readonly reason: string;
}

const MOVED = 'a row is now one company in one segment, and what was the whole row stands in its field segment';
const STATE_OBJECT = 'since API 2.12 Intercom gives the state of a ticket as an object, with both labels in it';
const NUMBER_SINCE_2_16 = 'since API 2.16 Intercom gives the assignee as a number, which is 0 where there is none';

const moved = (name: string, theirs: string): Exception => ({
  field: `company_segments.${name}`,
  theirs,
  ours: undefined,
  reason: MOVED,
});

export const exceptions: readonly Exception[] = [
  {
    field: 'admins.avatar',
    theirs: 'object',
    ours: 'string',
    reason: 'since API 2.12 Intercom gives the address of the picture where it gave an object with image_url in it',
  },
  moved('count', 'integer'),
  moved('created_at', 'integer'),
  moved('id', 'string'),
  moved('name', 'string'),
  moved('person_type', 'string'),
  moved('type', 'string'),
  moved('updated_at', 'integer'),
  {
    field: 'contacts.android_last_seen_at',
    theirs: 'string',
    ours: 'integer',
    reason: 'Intercom gives epoch seconds, as in every other time of a contact',
  },
  {
    field: 'contacts.avatar',
    theirs: 'string',
    ours: 'object or string',
    reason: 'Intercom gives an object with type and image_url, and of some leads the address alone',
  },
  {
    field: 'contacts.owner_id',
    theirs: 'integer',
    ours: 'integer or string',
    reason: 'API 2.16 declares text and gives numbers in its own examples: both are let through',
  },
  {
    field: 'conversation_parts.assigned_to',
    theirs: 'object or string',
    ours: 'object',
    reason: 'Intercom gives an object with type and id, or null',
  },
  {
    field: 'conversation_parts.conversation_id',
    theirs: 'integer',
    ours: 'string',
    reason: 'it is the id of a conversation, which is text: now the two tables join without a cast',
  },
  { field: 'tickets.admin_assignee_id', theirs: 'string', ours: 'integer', reason: NUMBER_SINCE_2_16 },
  { field: 'tickets.team_assignee_id', theirs: 'string', ours: 'integer', reason: NUMBER_SINCE_2_16 },
  { field: 'tickets.ticket_state', theirs: 'string', ours: 'object', reason: STATE_OBJECT },
  { field: 'tickets.ticket_state_external_label', theirs: 'string', ours: undefined, reason: STATE_OBJECT },
  { field: 'tickets.ticket_state_internal_label', theirs: 'string', ours: undefined, reason: STATE_OBJECT },
];
