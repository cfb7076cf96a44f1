/** Help centers, and the redirects from old addresses that each of them has. */
import { list } from '../../scans/list.ts';
import { listBelow } from '../list-below.ts';
import { readArticles, readRedirects } from '../permissions.ts';
import { records, stream } from '../stream.ts';

/** Whole every time, since redirects change without their help center. */
const helpCenterList = list('/help_center/help_centers', { object: 'help_center', at: 'data' });

export const helpCenters = stream({
  name: 'help_centers',
  sources: [records(helpCenterList)],
  permission: readArticles,
  docs: 'help-center/listhelpcenters',
  fivetran: ['help_center_history'],
});

export const helpCenterRedirects = stream({
  name: 'help_center_redirects',
  sources: [listBelow(helpCenterList, { path: '/help_center/help_centers/{id}/redirects', at: 'data', perPage: 250 })],
  permission: readRedirects,
  docs: 'help-center/listhelpcenterredirects',
});
