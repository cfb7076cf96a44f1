/** The forms that a saved state can have: the fixtures hold each of them. */
import type { Row } from '../harness/connector.ts';

type Form = (state: Row) => boolean;

/** By stream and a name: a test for a state of this form. */
export const forms: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  contacts: {
    'at rest': ({ updated_at }) => typeof updated_at === 'number',
    'in a backfill, newest first': inBackfill,
    'under filters': isFiltered,
  },
  conversations: {
    'at rest': ({ updated_at }) => typeof updated_at === 'number',
    'in a backfill, oldest first': inBackfill,
    'in a backfill, under filters': (state) => inBackfill(state) && isFiltered(state),
    'with deleted conversations': ({ deleted_conversations }) => isRow(deleted_conversations),
    'in a backfill, with deleted conversations': (state) => inBackfill(state) && isRow(state.deleted_conversations),
  },
  conversation_parts: { 'in a backfill': inBackfill, 'that owes rows': owes },
  tickets: { 'in a backfill': inBackfill },
  ticket_parts: { 'that owes rows': owes },
  companies: { 'under filters': isFiltered },
  company_contacts: {
    'with contacts in a backfill': ({ contacts }) => isRow(contacts) && inBackfill(contacts),
    'with contacts at rest': ({ contacts }) => isRow(contacts) && typeof contacts.updated_at === 'number',
    'with contacts alone': (state) => Object.keys(state).join() === 'contacts',
    'without contacts': (state) => typeof state.updated_at === 'number' && !('contacts' in state),
    'that owes rows': owes,
  },
  notes: {
    'with companies alone': (state) => Object.keys(state).join() === 'companies',
    'with contacts in a backfill': (state) => inBackfill(state) && isRow(state.companies),
    'with contacts in a backfill, alone': (state) => inBackfill(state) && !('companies' in state),
    'that owes rows of contacts': owes,
    'that owes rows of companies': ({ companies }) => isRow(companies) && owes(companies),
  },
  activity_logs: { 'at rest': ({ created_at }) => typeof created_at === 'number' },
  deleted_conversations: { 'at rest': ({ deleted_at }) => typeof deleted_at === 'number' },
  tags: { 'without a cursor': (state) => state.__ab_no_cursor_state_message === true },
};

function inBackfill({ backfill, updated_at }: Row): boolean {
  return (
    updated_at === undefined && isRow(backfill) && (typeof backfill.at === 'number' || Array.isArray(backfill.unread))
  );
}

function isFiltered({ filters }: Row): boolean {
  return typeof filters === 'string';
}

function owes({ owed }: Row): boolean {
  return Array.isArray(owed) && owed.length > 0;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
