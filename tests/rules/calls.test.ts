/** No stream costs more calls than it must: in a first sync, and in a sync after an hour with sixty changes. */
import { expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { streams } from '../../src/streams/index.ts';
import { type Summarised, summarise } from '../harness/summary.ts';
import { mutate, statsOf } from '../harness/truth.ts';

const workspace = { companies: 60, contacts: 500, conversations: 800, tickets: 120 };

/** The most calls in a first sync and after an hour. A stream that is not named here may cost one call each time. */
const BOUNDS: Readonly<Record<string, readonly [first: number, hourly: number]>> = {
  // A window of 30 days a call, and one more for each further page.
  activity_logs: [9, 1],
  // The scroll gives a hundred companies a call, and ends with an empty answer.
  companies: [3, 3],
  // One call for each company that changed.
  company_contacts: [workspace.companies, 12],
  // The list of states says of which types they are.
  ticket_type_states: [1, 1],
  // Pages of 150, and the changes during the backfill.
  contacts: [Math.ceil(workspace.contacts / 150) + 2, 1],
  // Ten companies and tags come with each contact. A contact that has more costs one call.
  contact_companies: [15, 2],
  contact_tags: [15, 2],
  // One call for each contact, and one more for each further page of events.
  contact_events: [workspace.contacts + 10, 14],
  contact_event_summaries: [workspace.contacts, 14],
  // One call for each segment (some are new), and one more for each further 150 of its contacts.
  contact_segments: [8, 12],
  // One call for each contact with more than ten subscriptions in a list, or with ten merges.
  contact_subscriptions: [8, 1],
  contact_merges: [8, 1],
  // One call for each contact with notes.
  notes: [60, 3],
  // Pages of 150, and the changes during the backfill.
  conversations: [Math.ceil(workspace.conversations / 150) + 2, 1],
  // One call for each conversation that changed, which counts for the first of these streams to ask.
  conversation_parts: [workspace.conversations, 14],
  conversation_part_attachments: [workspace.conversations, 14],
  conversation_part_tags: [workspace.conversations, 14],
  conversation_part_email_headers: [workspace.conversations, 14],
  tickets: [Math.ceil(workspace.tickets / 150) + 2, 1],
  // One list of schedules, and one call for each of the two.
  office_hours_exceptions: [3, 3],
  // Pages of 25.
  calls: [4, 4],
  // One call for 20 conversations, and one for each call without a conversation.
  call_transcripts: [20, 1],
  // A page holds 250 articles; one call counts them.
  articles: [2, 2],
  // Pages of 20 and 10, which come whole every time.
  collections: [2, 2],
  news_items: [3, 3],
  // One call for each help center.
  help_center_redirects: [2, 2],
  // Lists in pages: 30 articles, 60 snippets and 55 pages.
  internal_articles: [2, 2],
  content_snippets: [2, 2],
  external_pages: [2, 2],
  // One query for each count that no list answers.
  counts: [65, 65],
};

/** Streams that read the same records share one scan: the lists inside the records cost no call at all. */
const FREE = new Set(streams.flatMap(({ name, cost }) => (cost.startsWith('none') && !(name in BOUNDS) ? [name] : [])));

/** The streams of version 0.1.0. */
const EARLIER = `
  admins teams tags segments company_attributes contact_attributes conversation_attributes activity_logs
  companies company_segments company_tags company_contacts
  contacts contact_companies contact_tags contact_events contact_event_summaries notes
  conversations conversation_contacts conversation_tags conversation_parts deleted_conversations
  tickets ticket_parts counts`
  .trim()
  .split(/\s+/);

it('costs no more calls than the bound of each stream', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox({ ...workspace, rateLimit: 100_000 });
  try {
    await summarise(sandbox.url, EARLIER);
    const { calls: earlier } = await statsOf(sandbox.url, true);
    const names = streams.flatMap(({ name, optIn }) => (optIn ? [] : [name]));
    const first = await summarise(sandbox.url, names);
    expect(tooMany(first, 0)).toEqual([]);
    const { calls } = await statsOf(sandbox.url, true);
    expect(calls, 'all streams that are not optional').toBeLessThanOrEqual(earlier * 1.15);
    await mutate(sandbox.url, { count: 60, seed: 1, advance: 3600 });
    const hourly = await summarise(sandbox.url, names, first.output);
    expect(tooMany(hourly, 1)).toEqual([]);
  } finally {
    await sandbox.close();
  }
});

/** The streams with more calls than their bound. */
function tooMany({ of }: Summarised, sync: 0 | 1): readonly string[] {
  return [...of.values()].flatMap(({ stream, calls }) => {
    const most = FREE.has(stream) ? 0 : (BOUNDS[stream]?.[sync] ?? 1);
    return calls > most ? [`${stream}: ${calls} calls, and its bound is ${most}`] : [];
  });
}
