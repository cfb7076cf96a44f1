/** Which record of Intercom a row was made of: streams save their progress by these records. */
import type { Row } from '../harness/connector.ts';

export interface Item {
  /** The stream whose rows are such records. */
  readonly kind: string;
  readonly id: string;
}

/** The stream of the record that rows are about, and the field that holds its id. */
const parents: Readonly<Record<string, readonly [kind: string, field: string]>> = {
  company_segments: ['companies', 'company_id'],
  company_tags: ['companies', 'company_id'],
  company_contacts: ['companies', 'company_id'],
  contact_companies: ['contacts', 'contact_id'],
  contact_tags: ['contacts', 'contact_id'],
  contact_events: ['contacts', 'contact_id'],
  contact_event_summaries: ['contacts', 'contact_id'],
  conversation_contacts: ['conversations', 'conversation_id'],
  conversation_tags: ['conversations', 'conversation_id'],
  conversation_parts: ['conversations', 'conversation_id'],
  ticket_parts: ['tickets', 'ticket_id'],
};

/** The record that a row of `stream` was made of. */
export function itemOf(stream: string, row: Row): Item {
  if (stream === 'notes') {
    const { contact_id, company_id } = row;
    return contact_id ? { kind: 'contacts', id: String(contact_id) } : { kind: 'companies', id: String(company_id) };
  }
  const [kind, field] = parents[stream] ?? [stream, 'id'];
  return { kind, id: String(row[field]) };
}

/** The record inside a row that makes the row come again when it changes; only rows of company_contacts have one. */
export function nestedItemOf(stream: string, row: Row): Item | undefined {
  return stream === 'company_contacts' ? { kind: 'contacts', id: String(row.contact_id) } : undefined;
}
