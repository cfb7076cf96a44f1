/** Intercom's own counts of contacts, companies, conversations and the rest. No record is read for them. */
import { ConfigError, endsSync, type JsonObject, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Admin } from '../../generated/admins.ts';
import type { Segment } from '../../generated/segments.ts';
import type { Tag } from '../../generated/tags.ts';
import { filter, type Query } from '../../intercom/query.ts';
import { countOf } from '../../intercom/search.ts';
import type { CursorItem } from '../../scans/cursors/watermark-cursor.ts';
import type { WholeList } from '../../scans/list.ts';
import type { Resource } from '../../scans/resource.ts';
import { wholeScan } from '../../scans/whole.ts';
import { companyScan } from '../companies/scan.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';
import { ticketStateLabels } from '../tickets/states.ts';
import { adminList } from './admins.ts';
import { segmentList, tagList } from './labels.ts';

/** One row, before it is counted. */
interface Question {
  readonly object: string;
  readonly breakdown: string;
  readonly value: string;
  /** Null where it cannot be known. */
  readonly count: (run: IntercomRun) => number | null | Promise<number | null>;
}

const questionList: Resource<Question> = {
  ...wholeScan('counts', async function* (run) {
    yield await questions(run);
  }),
  endpoint: 'POST /contacts/search',
  cost: 'one a count: two for each tag, one for each admin, and about seventeen besides',
};

export const counts = stream({
  name: 'counts',
  report: 'Counts',
  sources: [
    sourceOf(questionList, async (question, run) => [await answered(question, run)], {
      primaryKey: ['object', 'breakdown', 'value'],
      asks: [
        'POST /conversations/search',
        'POST /tickets/search',
        'GET /tags',
        'GET /segments',
        'GET /admins',
        'GET /companies',
        'GET /ticket_states',
      ],
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'contacts/searchcontacts',
});

async function answered({ object, breakdown, value, count }: Question, run: IntercomRun): Promise<Row> {
  const counted = await orNull(run, `${object} by ${breakdown} ${value}`, count);
  return { object, breakdown, value, count: counted, counted_at: await run.context.client.serverTime(run) };
}

async function questions(run: IntercomRun): Promise<readonly Question[]> {
  const tags = await itemsOf<Tag>(tagList, run);
  const segments = await itemsOf<Segment>(segmentList, run);
  const admins = await itemsOf<Admin>(adminList, run);
  const labels = await ticketStateLabels(run);
  return [
    searchTotal('contact'),
    ...['user', 'lead'].map((role) => search('contact', 'role', role, filter('role', '=', role))),
    ...tags.map(({ id }) => search('contact', 'tag', id, filter('tag_id', '=', id))),
    ...segments.map(({ id, count }) => known('contact', 'segment', id, () => count ?? null)),
    ...tags.map(({ id }) => taggedCompanies(id)),
    known('company', 'total', 'all', companies),
    known('tag', 'total', 'all', () => tags.length),
    known('segment', 'total', 'all', () => segments.length),
    searchTotal('conversation'),
    ...['open', 'closed', 'snoozed'].map((state) =>
      search('conversation', 'state', state, filter('state', '=', state)),
    ),
    search('conversation', 'assignment', 'unassigned', filter('admin_assignee_id', '=', 0)),
    ...admins.map(({ id }) => search('conversation', 'admin', id, filter('admin_assignee_id', '=', Number(id)))),
    searchTotal('ticket'),
    ...[...labels].map(([state, names]) => search('ticket', 'state', state, filter('state', 'IN', [state, ...names]))),
  ];
}

/** The items of a list that the stream of the list reads, too. */
async function itemsOf<T extends Tag | Segment | Admin>(list: WholeList<CursorItem & JsonObject>, run: IntercomRun) {
  return objectsIn<T>(await list.all(run), run, { name: list.name.slice(1) });
}

function known(object: string, breakdown: string, value: string, count: Question['count']): Question {
  return { object, breakdown, value, count };
}

function search(object: string, breakdown: string, value: string, query: Query): Question {
  return known(object, breakdown, value, (run) => countOf(run.context.client, run, `/${object}s/search`, query));
}

/** A search needs a filter: this one matches every record. */
function searchTotal(object: string): Question {
  return search(object, 'total', 'all', filter('created_at', '>', 0));
}

function taggedCompanies(tag: string): Question {
  return known('company', 'tag', tag, async (run) => {
    const query = { tag_id: tag, per_page: 1 };
    const { total_count } = await run.context.client.ask(run, { method: 'GET', path: '/companies', query });
    return typeof total_count === 'number' ? total_count : null;
  });
}

/** Companies are counted by the scroll, since the list that tells their number wants a permission to write. */
async function companies(run: IntercomRun): Promise<number | null> {
  const { count = null } = (await run.factsOf(companyScan)) ?? {};
  if (count === null) {
    run.log(
      'WARN',
      'counts: how many companies there are is known only where the sync scrolls over all of them: select the stream companies, too, without company_ids.',
    );
  }
  return count;
}

/** A count that the token may not read is null, and the other counts are still made. */
async function orNull(run: IntercomRun, what: string, count: Question['count']): Promise<number | null> {
  try {
    return await count(run);
  } catch (error) {
    if (!(error instanceof ConfigError) || endsSync(error)) throw error;
    run.log('WARN', `counts: ${what} is not counted. ${error.message}`);
    return null;
  }
}
