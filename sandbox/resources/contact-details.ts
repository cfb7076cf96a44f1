/** The social profiles of contacts and the custom objects that they are related to: only the contacts themselves show them. */
import { childRows } from '../define/child-rows.ts';
import { type Body, nestedItems } from '../workspace/bodies.ts';
import { instancesIn } from '../workspace/instances.ts';

const ofContact = { of: 'contacts', parent: 'contact' } as const;

export const contactSocialProfiles = childRows({
  ...ofContact,
  stream: 'contact_social_profiles',
  key: ['position'],
  rows: (body) => nestedItems(body, 'social_profiles', 'data').map((profile, position) => ({ position, ...profile })),
});

export const contactCustomObjects = childRows({
  ...ofContact,
  stream: 'contact_custom_objects',
  key: ['attribute', 'object_type', 'object_id'],
  rows: ({ custom_attributes }) => instancesIn(custom_attributes as Body),
});
