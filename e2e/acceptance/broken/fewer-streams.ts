/** Removes the streams that cost a call for each record: the other streams are enough for the faults, and faster. */
import { catalog, type Fault } from './fault.ts';

const COSTLY = new Set([
  ...['notes', 'contact_events', 'contact_event_summaries', 'contact_tags', 'contact_companies', 'company_contacts'],
  ...['conversation_parts', 'conversation_contacts', 'conversation_tags', 'conversations_by_id', 'ticket_parts'],
]);

/** A change that is not a fault: the connector offers fewer streams. */
export const FEWER_STREAMS: Fault = catalog((streams) => streams.filter(({ name }) => !isCostly(name)));

export function isCostly(stream: unknown): boolean {
  return COSTLY.has(String(stream));
}
