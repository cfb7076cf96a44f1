import { describe, expect, it } from 'vitest';
import { daysOf } from './calendar-day.ts';
import { bounds, predicate, type Reading } from './evaluate.ts';
import { parseQuery } from './parse.ts';

const seconds: Reading = { kind: 'conversations', dayOf: daysOf('UTC'), inclusive: false };

function passes(query: unknown, body: Record<string, unknown>, reading = seconds): boolean {
  const records = {
    created_at: () => Number(body.created_at ?? 0),
    updated_at: () => Number(body.updated_at ?? 0),
    ordinalOf: (id: string) => Number(id),
    body: () => body,
  };
  return predicate(parseQuery(query, reading.kind), reading, records)(0);
}

const at = (operator: string, value: number, second: number, reading = seconds) =>
  passes({ field: 'updated_at', operator, value }, { updated_at: second }, reading);

describe('times of conversations and tickets', () => {
  it('go by the second', () => {
    expect([9, 10, 11].map((second) => at('>', 10, second))).toEqual([false, false, true]);
    expect([9, 10, 11].map((second) => at('<', 10, second))).toEqual([true, false, false]);
    expect([9, 10, 11].map((second) => at('=', 10, second))).toEqual([false, true, false]);
    expect([9, 10, 11].map((second) => at('!=', 10, second))).toEqual([true, false, true]);
    expect([9, 10, 11].map((second) => at('>=', 10, second))).toEqual([false, true, true]);
    expect([9, 10, 11].map((second) => at('<=', 10, second))).toEqual([true, true, false]);
  });

  it('include the value in the other reading of > and <', () => {
    const inclusive = { ...seconds, inclusive: true };
    expect([9, 10, 11].map((second) => at('>', 10, second, inclusive))).toEqual([false, true, true]);
    expect([9, 10, 11].map((second) => at('<', 10, second, inclusive))).toEqual([true, true, false]);
  });
});

describe('times of contacts', () => {
  const newYork: Reading = { kind: 'contacts', dayOf: daysOf('America/New_York'), inclusive: true };
  const clock = (iso: string) => Date.parse(iso) / 1000;
  const noon = clock('2026-03-08T16:00:00Z');
  const instants = ['2026-03-08T04:59:59Z', '2026-03-08T05:00:00Z', '2026-03-09T03:59:59Z', '2026-03-09T04:00:00Z'].map(
    clock,
  );

  it.each([
    ['=', [false, true, true, false]],
    ['>', [false, false, false, true]],
    ['<', [true, false, false, false]],
  ])('%s goes by the calendar day of the zone, also when it has 23 hours', (operator, expected) => {
    expect(instants.map((second) => at(operator, noon, second, newYork))).toEqual(expected);
  });
});

describe('values', () => {
  const body = {
    state: 'open',
    open: true,
    title: null,
    admin_assignee_id: 12,
    tags: { tags: [{ id: '7' }, { id: '8' }] },
    source: { body: '<p>I need Support</p>', subject: 'Hello World' },
  };

  it.each([
    [{ field: 'state', operator: '=', value: 'open' }, true],
    [{ field: 'state', operator: '!=', value: 'open' }, false],
    [{ field: 'state', operator: 'IN', value: ['closed', 'open'] }, true],
    [{ field: 'state', operator: 'NIN', value: ['closed', 'open'] }, false],
    [{ field: 'open', operator: '=', value: 'true' }, true],
    [{ field: 'admin_assignee_id', operator: '=', value: '12' }, true],
    [{ field: 'admin_assignee_id', operator: '>', value: 12 }, false],
    [{ field: 'admin_assignee_id', operator: '>=', value: 12 }, true],
    [{ field: 'tag_ids', operator: '=', value: '8' }, true],
    [{ field: 'tag_ids', operator: '!=', value: '8' }, false],
    [{ field: 'tag_ids', operator: 'NIN', value: ['9'] }, true],
    [{ field: 'source.subject', operator: '~', value: 'lo wo' }, true],
    [{ field: 'source.subject', operator: '!~', value: 'lo wo' }, false],
    [{ field: 'source.subject', operator: '^', value: 'hello' }, true],
    [{ field: 'source.subject', operator: '$', value: 'hello' }, false],
    [{ field: 'source.body', operator: '=', value: 'support' }, true],
    [{ field: 'source.body', operator: '=', value: 'need support' }, false],
    [{ field: 'snoozed_until', operator: '=', value: null }, true],
    [{ field: 'state', operator: '=', value: null }, false],
    [{ field: 'snoozed_until', operator: '>', value: 5 }, false],
  ])('%j is %s', (query, expected) => {
    expect(passes(query, body)).toBe(expected);
  });

  it('groups join with AND and OR', () => {
    const open = { field: 'state', operator: '=', value: 'open' };
    const closed = { field: 'state', operator: '=', value: 'closed' };
    expect(passes({ operator: 'AND', value: [open, closed] }, body)).toBe(false);
    expect(passes({ operator: 'OR', value: [open, closed] }, body)).toBe(true);
    expect(passes({ operator: 'AND', value: [{ operator: 'OR', value: [open, closed] }, open] }, body)).toBe(true);
  });

  it('categories and attributes of tickets have names of their own', () => {
    const tickets: Reading = { ...seconds, kind: 'tickets' };
    const ticket = {
      ticket_type: { category: 'Back-office', ticket_type_attributes: { data: [{ id: '5', name: 'Colour' }] } },
      ticket_attributes: { Colour: 'red' },
    };
    expect(passes({ field: 'category', operator: '=', value: 'task' }, ticket, tickets)).toBe(true);
    expect(passes({ field: 'ticket_attribute.5', operator: '=', value: 'red' }, ticket, tickets)).toBe(true);
    expect(passes({ field: 'ticket_attribute.6', operator: '=', value: 'red' }, ticket, tickets)).toBe(false);
  });
});

describe('bounds', () => {
  const later = (field: string, value: number) => ({ field, operator: '>', value });
  const boundsOf = (query: unknown) => bounds(parseQuery(query, 'conversations'), 'updated_at', seconds);

  it('are exact for ranges of one time alone', () => {
    const query = {
      operator: 'AND',
      value: [
        { operator: 'OR', value: [later('updated_at', 10), { field: 'updated_at', operator: '=', value: 10 }] },
        { field: 'updated_at', operator: '<', value: 20 },
      ],
    };
    expect(boundsOf(query)).toEqual({ set: [[10, 20]], exact: true });
  });

  it('enclose, without being exact, when another field has a say', () => {
    expect(boundsOf({ operator: 'AND', value: [later('updated_at', 10), later('created_at', 5)] })).toEqual({
      set: [[11, Infinity]],
      exact: false,
    });
    expect(boundsOf({ operator: 'OR', value: [later('updated_at', 10), later('created_at', 5)] })).toEqual({
      set: [[-Infinity, Infinity]],
      exact: false,
    });
  });
});
