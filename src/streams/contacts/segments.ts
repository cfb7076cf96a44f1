/**
 * The segments of contacts, read from the other side: the contacts that are in each segment. A contact does not show its
 * segments, and whether a contact that joins one counts as changed is undocumented.
 */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Segment } from '../../generated/segments.ts';
import { filter } from '../../intercom/query.ts';
import { pushed, select } from '../../scans/filters.ts';
import type { Resource } from '../../scans/resource.ts';
import { descend } from '../../scans/search/descending.ts';
import { criteriaOf } from '../../scans/search/resource.ts';
import { Window } from '../../scans/search/window.ts';
import { timeOf } from '../../scans/time-of.ts';
import { wholeScan } from '../../scans/whole.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { relationRow } from '../relation.ts';
import { sourceOf, stream } from '../stream.ts';
import { segmentList } from '../workspace/labels.ts';
import type { FoundContact } from './filters.ts';
import { contactScan, contactSearch } from './scan.ts';

/** Of how many segments a page of contacts is in memory at the same time. */
const AT_ONCE = 8;

const segmentScan: Resource<Segment> = {
  ...wholeScan('contact_segments', async function* (run) {
    const segments = objectsIn<Segment>(await segmentList.all(run), run, { name: 'segments' });
    for (let from = 0; from < segments.length; from += AT_ONCE) yield segments.slice(from, from + AT_ONCE);
  }),
  endpoint: segmentList.endpoint,
  cost: 'one for the list of segments, one for each segment, and one for each further 150 contacts in it',
};

export const contactSegments = stream({
  name: 'contact_segments',
  sources: [
    sourceOf(segmentScan, membersOf, {
      primaryKey: ['contact_id', 'segment_id'],
      asks: [contactScan.endpoint],
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'contacts/searchcontacts',
  fivetran: ['contact_segment_history'],
});

async function* membersOf({ id, name = null, count }: Segment, run: IntercomRun): AsyncGenerator<Row> {
  const { where, rest } = pushed(criteriaOf(contactSearch, run));
  const { startDate } = run.context.settings;
  const window = new Window([0, Number.POSITIVE_INFINITY]);
  let found = 0;
  let notShown = 0;
  const inSegment = [filter('segment_id', '=', id), ...where];
  for await (const { items, agreed } of descend<FoundContact>(run, contactSearch, { window, where: inSegment })) {
    found += items.length;
    notShown += agreed;
    const wanted = items.filter((contact) => !(timeOf(contact, 'updated_at') < startDate));
    for (const contact of await select(wanted, rest, run))
      yield relationRow(contactScan, contact, { object: 'segment', id, columns: { name } });
  }
  if (notShown > 0) run.on({ type: 'note', reason: 'contacts of segments counted and not shown', count: notShown });
  // Intercom counts the contacts of a segment at its own pace, and without our filters.
  const differs = where.length === 0 && typeof count === 'number' && count !== found;
  if (differs) run.on({ type: 'note', reason: 'segments whose count is not that of their search', count: 1 });
}
