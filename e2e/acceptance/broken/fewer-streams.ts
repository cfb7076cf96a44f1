/** The connector without the streams that cost a call for each record: enough to see the fault, and quick. */
import { catalog, type Fault } from './fault.ts';

const COSTLY = new Set([
  ...['notes', 'contact_events', 'contact_event_summaries', 'contact_tags', 'contact_companies', 'company_contacts'],
  ...['conversation_parts', 'conversation_contacts', 'conversation_tags', 'conversations_by_id', 'ticket_parts'],
]);

/** Not broken: it only offers less. */
export const FEWER_STREAMS: Fault = catalog((streams) => streams.filter(({ name }) => !isCostly(name)));

export function isCostly(stream: unknown): boolean {
  return COSTLY.has(String(stream));
}
