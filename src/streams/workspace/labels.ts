/** Tags and segments: the labels of contacts, companies and conversations. */
import { list } from '../../scans/list.ts';
import { readTags, readUsersAndCompanies } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const tagList = list('/tags', { at: 'data' });

export const tags = stream({
  name: 'tags',
  report: 'Tags',
  fivetran: ['tag'],
  sources: [records(tagList)],
  permission: readTags,
  docs: 'tags/listtags',
});

export const segmentList = list('/segments', {
  at: 'segments',
  query: { include_count: true },
  cursorField: 'updated_at',
});

/** A segment is emitted again also where only its count changed: the memory compares whole records. */
export const segments = stream({
  name: 'segments',
  report: 'Segments',
  fivetran: ['segment'],
  sources: [records(segmentList)],
  permission: readUsersAndCompanies,
  docs: 'segments/listsegments',
});
