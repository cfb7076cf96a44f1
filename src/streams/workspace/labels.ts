/** Tags and segments: what contacts, companies and conversations are sorted by. */
import type { Segment } from '../../generated/segments.ts';
import type { Tag } from '../../generated/tags.ts';
import { listWalk, stampedListWalk } from '../../scans/list.ts';
import { readTags, readUsersAndCompanies } from '../permissions.ts';
import { asItIs, type IntercomStream } from '../stream.ts';

export const tags: IntercomStream<Tag> = {
  name: 'tags',
  report: 'Tags',
  walk: listWalk({ name: 'tags', path: '/tags', recordsAt: 'data' }),
  rows: asItIs,
  primaryKey: ['id'],
  endpoints: ['GET /tags'],
  permission: readTags,
  cost: 'one',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/listtags',
};

/** A segment whose count alone changed comes again as well: the memory compares whole records. */
export const segments: IntercomStream<Segment> = {
  name: 'segments',
  report: 'Segments',
  walk: stampedListWalk({ name: 'segments', path: '/segments', recordsAt: 'segments', query: { include_count: true } }),
  rows: asItIs,
  primaryKey: ['id'],
  cursorField: 'updated_at',
  endpoints: ['GET /segments'],
  permission: readUsersAndCompanies,
  cost: 'one',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/segments/listsegments',
};
