/** Says row by row what exists now, so that a sync can be held against it. */
import { type Body, fullBody, listedBody } from './bodies.ts';
import { deletedBody } from './deleted-conversation.ts';
import type { Kind } from './kinds.ts';
import { quietFields } from './quiet-fields.ts';
import { eventRows, eventSummaryRows, noteRows, parts } from './truth-activity.ts';
import { countRows } from './truth-counts.ts';
import { relationStreams } from './truth-relations.ts';
import { row, type TruthRow } from './truth-row.ts';
import { existing, type Workspace } from './workspace.ts';
import { conversationAttributes, dataAttributes } from './world-facts.ts';

type Rows = (workspace: Workspace) => Iterable<TruthRow>;

const streams: Readonly<Record<string, Rows>> = {
  admins: objects('admins'),
  teams: objects('teams'),
  tags: objects('tags'),
  // Lists say how many contacts a segment has where they are asked to.
  segments: objects('segments', fullBody),
  activity_logs: objects('activity_logs'),
  companies: objects('companies'),
  contacts: objects('contacts'),
  conversations: objects('conversations'),
  tickets: objects('tickets'),
  company_attributes: ({ world }) => attributes(dataAttributes(world, 'company')),
  contact_attributes: ({ world }) => attributes(dataAttributes(world, 'contact')),
  conversation_attributes: ({ world }) =>
    conversationAttributes(world).map((body) => {
      const key = { id: String(body.id) };
      return row(null, key, body.updated_at, { ...body, ...key });
    }),
  ...relationStreams,
  contact_event_summaries: eventSummaryRows,
  contact_events: eventRows,
  counts: countRows,
  deleted_conversations: ({ deletedConversations }) =>
    deletedConversations.map((record) => {
      const body = deletedBody(record);
      return row(null, { id: body.id }, body.deleted_at, body);
    }),
  notes: noteRows,
  conversation_parts: parts('conversations'),
  ticket_parts: parts('tickets'),
};

export const truthStreams: readonly string[] = Object.keys(streams);

/** Rows of a stream, made one at a time; `undefined` for a stream that is not known. */
export function truth(workspace: Workspace, stream: string): Iterable<TruthRow> | undefined {
  return streams[stream]?.(workspace);
}

/** Records as lists and searches show them now. What is logged never changes: its time is that at which it was made. */
function objects(kind: Kind, form: typeof listedBody = listedBody): Rows {
  return function* (workspace) {
    const { live } = workspace.shelves[kind];
    for (const ordinal of existing(workspace, kind)) {
      const body = form(workspace, kind, live, ordinal);
      const at = kind === 'activity_logs' ? body.created_at : body.updated_at;
      const key = { id: String(body.id) };
      yield row(kind, key, at, { ...body, ...key }, { quiet: quietFields(workspace, kind, ordinal) });
    }
  };
}

/** Archived ones exist too; lists show them on request. */
function attributes(bodies: readonly Body[]): TruthRow[] {
  return bodies.map((body) => row(null, { model: body.model, full_name: body.full_name }, body.updated_at, body));
}
