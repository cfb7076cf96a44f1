/** What became of contacts: who was created, changed roles, was merged or deleted. Only the Preview of Intercom's API tells. */
import { type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { LogEntry } from '../../scans/cursors/log-cursor.ts';
import { feed } from '../../scans/feed.ts';
import { readContactActivities } from '../permissions.ts';
import { records, stream } from '../stream.ts';

/** An activity, whichever of its undocumented forms Intercom sent. */
export interface ContactActivity extends LogEntry {
  readonly activity_type: string | null;
  readonly contact_id: string | null;
}

/** Source: https://developers.intercom.com/docs/references/2.17/rest-api/api.intercom.io/contacts/listcontactactivities */
const KINDS = ['created', 'role_updated', 'merged', 'merge_failed', 'deleted'];

export const contactActivityScan = feed<ContactActivity>('/contacts/activities', {
  name: 'contact_activities',
  version: 'Preview',
  at: 'data',
  perPage: 150,
  entry: (sent) => activityOf(sent as JsonObject & LogEntry),
  about: deletedContact,
});

export const contactActivities = stream({
  name: 'contact_activities',
  offered: ({ preview }) => preview,
  sources: [records(contactActivityScan)],
  permission: readContactActivities,
  docs: 'contacts/listcontactactivities',
});

/** The contact that an activity deleted; undefined for any other activity. */
export function deletedContact({ activity_type, contact_id }: ContactActivity): string | undefined {
  return activity_type === 'deleted' ? (contact_id ?? undefined) : undefined;
}

/** Where the kind and the contact stand in an activity is documented for no version that can be read. */
function activityOf(sent: JsonObject & LogEntry): ContactActivity {
  const { activity_type, event_type, type, contact_id, contact } = sent;
  const kind = [activity_type, event_type, type].find((value) => KINDS.includes(String(value)));
  const id = contact_id ?? (contact as { readonly id?: unknown } | null | undefined)?.id;
  return {
    ...sent,
    activity_type: typeof kind === 'string' ? kind : null,
    contact_id: id === undefined || id === null ? null : keyText(id),
  };
}
