import { describe, expect, it } from 'vitest';
import { recordsOf } from './records.ts';

const call = { method: 'GET', path: '/things' } as const;

it('a list without any object is an error, and not an empty list', () => {
  const ask = (data: readonly unknown[]) => recordsOf({ data }, ['data'], call, { on: () => undefined });
  expect(ask([])).toEqual([]);
  expect(() => ask([null, 'x'])).toThrow('GET /things holds a list "data" without any object');
});

/** The only record of an answer, as it enters the connector. */
function entered(record: object): object | undefined {
  return recordsOf<object>({ data: [record] }, ['data'], call, { on: () => undefined })[0];
}

describe('a record that enters', () => {
  it.each<[object, object]>([
    [{ id: 7 }, { id: '7' }],
    [
      { id: 'a', updated_at: '1744153060' },
      { id: 'a', updated_at: 1744153060 },
    ],
    [
      { id: 'a', created_at: '2025-04-08T22:57:40Z', updated_at: '2025-04-08T22:57:40.987Z' },
      { id: 'a', created_at: 1744153060, updated_at: 1744153060 },
    ],
    [
      { id: 'a', updated_at: '2025-04-08T22:57:40.512Z' },
      { id: 'a', updated_at: 1744153060 },
    ],
    [
      { id: 8, deleted_at: '2025-04-09T00:57:40+02:00' },
      { id: '8', deleted_at: 1744153060 },
    ],
  ])('%j becomes %j', (sent, expected) => {
    expect(entered(sent)).toEqual(expected);
  });

  it.each<object>([
    { id: 'a', updated_at: 1744153060, created_at: null },
    { id: 'a', updated_at: 'yesterday' },
    { id: 'a', snoozed_until: '1744153060' },
  ])('%j stays', (record) => {
    expect(entered(record)).toEqual(record);
  });
});
