/** Macros, the saved replies of teammates: those that the teammate of the access token sees. */
import type { Macro } from '../../generated/macros.ts';
import { changedList } from '../../scans/changed-list.ts';
import { readConversations } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const macros = stream({
  name: 'macros',
  sources: [records(changedList<Macro>('/macros', { at: 'data', perPage: 150, since: 'updated_since' }))],
  permission: readConversations,
  docs: 'macros/listmacros',
});
