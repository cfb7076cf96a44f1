/** What contacts hold about themselves: their social profiles, and the custom objects that they are related to. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { childOf } from '../child.ts';
import { customObjects } from '../custom-objects.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { stream } from '../stream.ts';
import { contactScan } from './scan.ts';

/** A profile has no id, and may have no address: its place in the list tells it from the others of a contact. */
export const contactSocialProfiles = stream({
  name: 'contact_social_profiles',
  sources: [
    childOf(contactScan, {
      rows: ({ social_profiles }, run) =>
        objectsIn<JsonObject>(social_profiles?.data, run, { name: 'social_profiles', key: 'name' }).map(
          (profile, position) => ({ position, ...profile }),
        ),
      primaryKey: ['contact_id', 'position'],
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'contacts/searchcontacts',
  fivetran: ['contact_social_profile_history'],
});

export const contactCustomObjects = stream({
  name: 'contact_custom_objects',
  sources: [customObjects(contactScan)],
  permission: readUsersAndCompanies,
  docs: 'contacts/searchcontacts',
});
