/** When teammates paused and resumed their work on conversations. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { secondsOf } from '../../intercom/records.ts';
import { askList } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { objectsIn } from '../objects-in.ts';
import { readConversations } from '../permissions.ts';
import { stream } from '../stream.ts';
import type { FoundConversation } from './filters.ts';
import { conversationScan } from './scan.ts';

export const conversationHandlingEvents = stream({
  name: 'conversation_handling_events',
  optIn: true,
  sources: [
    childOf(conversationScan, {
      rows: eventsOf,
      primaryKey: ['conversation_id', 'timestamp', 'type', 'teammate_id'],
      asks: ['GET /conversations/{id}/handling_events'],
      cost: 'one for each changed conversation',
    }),
  ],
  permission: readConversations,
  docs: 'conversations/listhandlingevents',
});

interface HandlingEvent extends JsonObject {
  readonly timestamp: unknown;
  readonly teammate?: { readonly id?: unknown } | null;
}

/** An event has no id: its time, its type and its teammate tell it from the others of a conversation. */
async function eventsOf({ id }: FoundConversation, run: IntercomRun): Promise<readonly Row[]> {
  const found = await askList(run, `/conversations/${id}/handling_events`, { at: 'handling_events' });
  const events = objectsIn<HandlingEvent>(found, run, { name: 'handling_events', key: 'timestamp' });
  return events.map((event) => ({
    ...event,
    timestamp: keyText(event.timestamp),
    occurred_at: secondsOf(keyText(event.timestamp)),
    teammate_id: keyText(event.teammate?.id ?? NOBODY),
  }));
}

/** Stands for a teammate that an event does not name, since a part of a key is never empty. */
const NOBODY = '0';
