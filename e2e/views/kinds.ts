/** The kind of value that each column of Fivetran's tables has. */

export type ValueKind = 'time' | 'integer' | 'number' | 'boolean' | 'text';

const INTEGERS = [
  'user_count',
  'session_count',
  'conversation_rating_value',
  'order',
  'statistics_conversations',
  'statistics_views',
  'statistics_reactions',
];

const BOOLEANS = ['read', 'unsubscribed_from_emails', 'website_turned_on'];

export function kindOf(column: string): ValueKind {
  if (/_(at|until|since)$/.test(column)) return 'time';
  if (INTEGERS.includes(column)) return 'integer';
  if (BOOLEANS.includes(column)) return 'boolean';
  return column === 'monthly_spend' || column.endsWith('_percentage') ? 'number' : 'text';
}

/** The names of each kind in PostgreSQL and DuckDB. */
export const TYPES: Readonly<Record<ValueKind, readonly string[]>> = {
  time: ['timestamp without time zone', 'TIMESTAMP'],
  integer: ['bigint', 'BIGINT'],
  number: ['numeric', 'DECIMAL(38,9)'],
  boolean: ['boolean', 'BOOLEAN'],
  text: ['text', 'character varying', 'VARCHAR'],
};
