/** The rules of the changes: with one rule broken, its test fails. */
import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const HOUR = 3600;

it('newest first, the cursor stays until the end: a kill in mid-scan loses nothing older', () =>
  story(
    { contacts: 400 },
    async ({ ids, change, pass, sync, syncKilled, expectNothingLost, expectNothingRepeated }) => {
      await sync('contacts');
      // More than an overlap between the first and the last of a page.
      await change('contacts', { ids: await ids('contacts'), advance: HOUR, spread: 10 });
      await pass(60);
      await syncKilled(1, 'contacts');
      await expectNothingLost('contacts');
      expectNothingRepeated('contacts');
    },
  ));

it('by value only up to an overlap before T0: a body newer than its place in the index does not jump over the middle', () =>
  story({ conversations: 400, searchBodies: 'live', indexLag: 300 }, async (told) => {
    const { ids, change, pass, sync, expectNothingLost } = told;
    const all = await ids('conversations');
    await sync('conversations');
    await change('conversations', { ids: all, advance: HOUR, spread: 5 });
    await change('conversations', { ids: all.slice(10, 11), advance: 2 * HOUR });
    await pass(60);
    await sync('conversations');
    await expectNothingLost('conversations');
  }));

describe('a fall of total_count inside a chain begins it again: with offsets one record has slipped through', () => {
  it.each([
    // The missed record lies more than an overlap before the cursor: no later sync asks for it.
    ['newest first, after a deletion', { kind: 'contacts', op: 'delete', of: -1, spread: 10, page: 2 }],
    // All in one second, which is asked alone, after two pages that found nothing else.
    ['within one second, after a change', { kind: 'conversations', op: 'update', of: 0, spread: 0, page: 4 }],
  ] as const)('%s of what was passed', (_, { kind, op, of, spread, page }) =>
    story({ [kind]: 400, cursor: 'offset' }, async ({ ids, change, pass, meanwhile, sync, expectNothingLost }) => {
      const all = await ids(kind);
      await sync(kind);
      await change(kind, { ids: all, advance: HOUR, spread });
      await change(kind, { ids: all.slice(200, 201), advance: HOUR });
      await pass(60);
      meanwhile({ kind, sort: 'updated_at', page }, () => change(kind, { ids: [String(all.at(of))], op }));
      await sync(kind);
      await expectNothingLost(kind);
    }),
  );
});

it('what is stamped T0 or later waits: a live body does not pull the cursor over what was not indexed', () =>
  story({ contacts: 400, searchBodies: 'live', indexLag: 300 }, async (told) => {
    const { ids, change, meanwhile, sync, expectNothingLost } = told;
    const all = await ids('contacts');
    await sync('contacts');
    await change('contacts', { ids: all.slice(0, 200), advance: HOUR, spread: 1 });
    await change('contacts', { ids: all.slice(300, 301), advance: HOUR });
    // Still to come on page 2, at its old place and with its new stamp.
    meanwhile({ kind: 'contacts', sort: 'updated_at', page: 2 }, () =>
      change('contacts', { ids: all.slice(10, 11), advance: HOUR }),
    );
    await sync('contacts');
    await expectNothingLost('contacts');
  }));

it('two days of margin for the days of contacts: one is not enough where a day has 25 hours', () => {
  // In New York November 1, 2026 ends at 05:00 UTC and has begun 25 hours before.
  const workspace = { contacts: 100, timezone: 'America/New_York', now: '2026-11-02T04:30:00Z' };
  return story(workspace, async ({ ids, change, pass, sync, expectNothingLost }) => {
    const all = await ids('contacts');
    await change('contacts', { ids: all.slice(0, 1) });
    await pass(5);
    await sync('contacts');
    // The cursor less 15 minutes and a day is still of that same day, and this change, too.
    await change('contacts', { ids: all.slice(1, 2), advance: 600 });
    await change('contacts', { ids: all.slice(2, 3), advance: HOUR });
    await pass(5);
    const { messages } = await sync('contacts');
    expect(messages.flatMap(({ record }) => record?.data.id ?? [])).toHaveLength(2);
    await expectNothingLost('contacts');
  });
});

it('the overlap is larger than the lag of the index: what was not indexed is asked for again', () =>
  story({ conversations: 100, searchBodies: 'live', indexLag: 600 }, async (told) => {
    const { ids, change, pass, sync, expectNothingLost } = told;
    const [seen = '', unseen = ''] = await ids('conversations');
    await sync('conversations');
    await change('conversations', { ids: [seen], advance: HOUR });
    await change('conversations', { ids: [unseen], advance: HOUR });
    // The index knows this record from an hour ago, and shows its current version: the cursor follows.
    await change('conversations', { ids: [seen], advance: 500 });
    await pass(5);
    await sync('conversations');
    await expectNothingLost('conversations');
  }));
