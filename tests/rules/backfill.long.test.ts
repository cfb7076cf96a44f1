/** The rules of the backfill: with one rule broken, its test fails. */
import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const HOUR = 3600;
const kind = 'conversations';

describe('changes after a backfill start an overlap before its T0', () => {
  it('so that what was stamped before T0 and indexed after it is not lost', () =>
    story({ conversations: 400, indexLag: 300 }, async ({ ids, change, pass, meanwhile, sync, expectNothingLost }) => {
      const [unseen = '', other = ''] = await ids(kind);
      await change(kind, { ids: [unseen] });
      await pass(5);
      // The cursor must leave it far behind: otherwise the next sync asks for it anyway.
      meanwhile({ kind, sort: 'created_at', page: 3 }, async () => {
        await change(kind, { ids: [other], advance: 2 * HOUR });
        await pass(400);
      });
      await sync(kind);
      await expectNothingLost(kind);
    }));

  it('and not at the newest that was emitted, which may be younger than a change behind the scan', () =>
    story({ conversations: 400 }, async ({ ids, change, pass, meanwhile, sync, expectNothingLost }) => {
      const all = await ids(kind);
      meanwhile({ kind, sort: 'created_at', page: 3 }, async () => {
        await change(kind, { ids: all.slice(0, 1), advance: 60 });
        await change(kind, { ids: all.slice(-1), advance: HOUR });
        await pass(5);
      });
      await sync(kind);
      await expectNothingLost(kind);
    }));
});

it('a resumed backfill keeps its T0: what changed since behind it comes', () =>
  story({ conversations: 400 }, async ({ ids, change, pass, sync, syncKilled, expectNothingLost }) => {
    const all = await ids(kind);
    await syncKilled(1, kind);
    await change(kind, { ids: all.slice(0, 1) });
    // A young one ahead of the scan, so that the cursor leaves the changed one far behind.
    await change(kind, { ids: all.slice(-1), advance: HOUR });
    await pass(5);
    await sync(kind);
    await expectNothingLost(kind);
  }));

it('a stream with a cursor takes nothing from the backfill of another: its cursor would jump over what is not indexed yet', () =>
  story({ conversations: 400, contacts: 50, indexLag: 300 }, async (told) => {
    const { ids, change, pass, meanwhile, sync, expectNothingLost, expectNothingRepeated } = told;
    const all = await ids(kind);
    await sync(kind);
    await change(kind, { ids: all.slice(0, 1), advance: 60 });
    meanwhile({ kind, sort: 'created_at', page: 3 }, async () => {
      await change(kind, { ids: all.slice(-1), advance: 2 * HOUR });
      await pass(400);
    });
    await sync(kind, 'conversation_contacts');
    await expectNothingLost(kind, 'conversation_contacts');
    expectNothingRepeated(kind);
  }));

it('each stream of a scan has its own checkpoint: none overwrites an older backfill that is open', () =>
  story({ conversations: 500, contacts: 50 }, async (told) => {
    const { ids, change, pass, sync, syncKilled, expectNothingLost, expectNothingRepeated } = told;
    const all = await ids(kind);
    await syncKilled(2, kind);
    await change(kind, { ids: all.slice(0, 1) });
    await change(kind, { ids: all.slice(-1), advance: HOUR });
    await pass(5);
    await syncKilled(1, kind, 'conversation_contacts');
    await sync(kind, 'conversation_contacts');
    await expectNothingLost(kind, 'conversation_contacts');
    // One record at the seam, and one that changed meanwhile, each with a few contacts; a page holds 150.
    expectNothingRepeated(kind, { atMost: 2 });
    expectNothingRepeated('conversation_contacts', { atMost: 10 });
  }));

it('contacts come newest first: a deletion behind the scan is not masked by a creation', () =>
  story({ contacts: 400, cursor: 'offset' }, async ({ ids, change, create, meanwhile, sync, expectNothingLost }) => {
    const all = await ids('contacts');
    // Two gone, two made: the total that Intercom counts stays.
    meanwhile({ kind: 'contacts', sort: 'created_at', page: 2 }, async () => {
      await change('contacts', { ids: [...all.slice(0, 1), ...all.slice(-1)], op: 'delete' });
      await create('contacts');
      await create('contacts');
    });
    const { messages } = await sync('contacts');
    expect(messages.filter(({ record }) => record).length).toBeGreaterThanOrEqual(399);
    await expectNothingLost('contacts');
  }));
