import { describe, expect, it } from 'vitest';
import { ApiError } from '../errors.ts';
import { parseQuery } from './parse.ts';

const filter = { field: 'updated_at', operator: '>', value: 1 };
const group = (operator: string, ...value: unknown[]) => ({ operator, value });

function refusal(query: unknown, kind: 'contacts' | 'conversations' | 'tickets' = 'conversations'): string | undefined {
  try {
    parseQuery(query, kind);
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
  return undefined;
}

describe('parseQuery', () => {
  it('takes a single filter, with a number or the text of one', () => {
    expect(parseQuery({ ...filter, value: '1700000000' }, 'conversations')).toMatchObject({ values: [1_700_000_000] });
    expect(parseQuery({ ...filter, value: 1_700_000_000 }, 'tickets')).toMatchObject({ values: [1_700_000_000] });
  });

  it('takes groups of groups, and refuses a third level', () => {
    const two = group('AND', group('OR', filter, filter), filter);
    expect(refusal(two)).toBeUndefined();
    expect(refusal(group('AND', two))).toBe('400 parameter_invalid');
  });

  it('takes 15 filters in a group, and refuses 16', () => {
    expect(refusal(group('OR', ...Array.from({ length: 15 }, () => filter)))).toBeUndefined();
    expect(refusal(group('OR', ...Array.from({ length: 16 }, () => filter)))).toBe('400 parameter_invalid');
  });

  it.each(['!=', '>=', '<=', 'IN', 'NIN', '~'])('refuses %s on times of contacts', (operator) => {
    const value = operator.endsWith('IN') ? [1] : 1;
    expect(refusal({ ...filter, operator, value }, 'contacts')).toBe('400 parameter_invalid');
  });

  it.each(['=', '>', '<'])('takes %s on times of contacts', (operator) => {
    expect(refusal({ ...filter, operator }, 'contacts')).toBeUndefined();
  });

  it.each(['=', '!=', '>', '<', '>=', '<='])('takes %s on times of conversations', (operator) => {
    expect(refusal({ ...filter, operator })).toBeUndefined();
  });

  it('refuses comparisons of texts, and text operators on numbers', () => {
    expect(refusal({ field: 'state', operator: '>', value: 'open' })).toBe('400 parameter_invalid');
    expect(refusal({ field: 'admin_assignee_id', operator: '~', value: 1 })).toBe('400 parameter_invalid');
    expect(refusal({ field: 'open', operator: '<', value: true })).toBe('400 parameter_invalid');
  });

  it.each(['tag_id', 'segment_id'])('lets %s of contacts only be equal or not', (field) => {
    expect(refusal({ field, operator: '!=', value: '1' }, 'contacts')).toBeUndefined();
    expect(refusal({ field, operator: 'IN', value: ['1'] }, 'contacts')).toBe('400 parameter_invalid');
  });

  it('wants a list for IN and NIN and a single value for the others', () => {
    expect(refusal({ field: 'state', operator: 'IN', value: ['open', 'closed'] })).toBeUndefined();
    expect(refusal({ field: 'state', operator: 'IN', value: 'open' })).toBe('400 parameter_invalid');
    expect(refusal({ field: 'state', operator: '=', value: ['open'] })).toBe('400 parameter_invalid');
  });

  it('refuses fields it does not know, values of the wrong type, and no query at all', () => {
    expect(refusal({ field: 'company_id', operator: '=', value: '1' }, 'contacts')).toBe('400 parameter_invalid');
    expect(refusal({ field: 'ticket_state_id', operator: '=', value: '1' }, 'tickets')).toBe('400 parameter_invalid');
    expect(refusal({ ...filter, value: 'yesterday' })).toBe('400 parameter_invalid');
    expect(refusal({ field: 'open', operator: '=', value: 'maybe' })).toBe('400 parameter_invalid');
    expect(refusal(undefined)).toBe('400 parameter_not_found');
    expect(refusal(group('AND'))).toBe('400 parameter_invalid');
  });

  it('takes custom attributes of contacts and attributes of tickets', () => {
    expect(refusal({ field: 'custom_attributes.plan', operator: '~', value: 'pro' }, 'contacts')).toBeUndefined();
    expect(refusal({ field: 'ticket_attribute.12', operator: '=', value: true }, 'tickets')).toBeUndefined();
  });
});
