/** Some cases of `npm run fuzz`, and tests that it notices faults. */
import { describe, expect, it } from 'vitest';
import type { Altered } from './alteration.ts';
import { fuzz } from './fuzz.ts';
import { judged, type Sync } from './judge.ts';

it('comes to an end in every case, or says why not', async () => {
  const { outcomes, failures } = await fuzz({ seed: 7, cases: 180 });
  expect(failures).toEqual([]);
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(180);
  const kinds = new Set([...outcomes.keys()].map((what) => what.split(':')[0]));
  expect([...kinds]).toEqual(['api', 'catalog', 'config', 'state']);
});

describe('the judge', () => {
  const record = (id: string) => ({ type: 'RECORD', record: { stream: 'tags', data: { id }, emitted_at: 1 } });
  const state = (recordCount: number) => ({
    type: 'STATE',
    state: { stream: { stream_descriptor: { name: 'tags' }, stream_state: {} }, sourceStats: { recordCount } },
  });
  const status = (name: string) => ({ type: 'TRACE', trace: { stream_status: { status: name } } });
  const error = (message: string) => ({
    type: 'TRACE',
    trace: { error: { message, failure_type: 'transient_error' } },
  });
  const sync = (messages: readonly object[], altered: readonly Altered[] = [], waits: readonly number[] = []): Sync => {
    return { stream: 'tags', key: ['id'], lines: messages.map((message) => JSON.stringify(message)), altered, waits };
  };
  const [a, b] = [record('a'), record('b')];
  const whole = sync([a, b, state(2), status('COMPLETE')]);
  const nothing: Altered = { behaviour: 'reset', what: 'reset', kind: 'nothing', spoiled: [] };
  const spoiled: Altered = { behaviour: 'reset', what: 'b odd', kind: 'record', spoiled: ['b'] };

  it('is content with all rows, with the loss of what was spoiled, and with a stream that says why it is not whole', () => {
    expect(judged(whole, whole)).toBe('COMPLETE, not altered');
    expect(judged(sync([a, state(1), status('COMPLETE')], [spoiled]), whole)).toBe('COMPLETE all the same');
    expect(judged(sync([error('Try again, it did not come.'), status('INCOMPLETE')]), whole)).toBe(
      'INCOMPLETE, transient_error',
    );
  });

  it.each([
    ['a record lost', sync([a, state(1), status('COMPLETE')], [nothing]), /lost b/],
    ['no end', sync([a, b, state(2)]), /ended with/],
    ['an end without a word', sync([status('INCOMPLETE')]), /without an error/],
    ['words that nobody understands', sync([error('[object Object]'), status('INCOMPLETE')]), /not fit/],
    ['a wrong count', sync([a, b, state(1), status('COMPLETE')]), /counted 1 of 2/],
    ['a long wait', sync([a, b, state(2), status('COMPLETE')], [nothing], [1e9]), /waited/],
  ])('notices %s', (_, bad, said) => {
    expect(() => judged(bad, whole)).toThrow(said);
  });
});
