/** Custom objects: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/custom-object-instances/listcustomobjectinstances */
import { decimal } from '../data/ids.ts';
import { chooser } from '../data/random.ts';
import type { Version, World } from '../data/world.ts';
import type { Collection } from '../define/collection.ts';
import { notFound } from '../errors.ts';
import { countedList } from '../pages.ts';
import { allBodies } from '../workspace/bodies.ts';

const ids = decimal(16_032_000, 1);

/** The one type that there is. */
export const devices: Collection = {
  ids,
  count: 40,
  generate: device,
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/custom_object_instances/{id}',
      scope: 'read_custom_objects',
      since: '2.16',
      handle({ params, url }) {
        if (params.id !== 'device') throw notFound(`Custom object type \`${params.id}\` not found`);
        return countedList(allBodies(workspace, 'custom_object_device').toReversed(), url, { usual: 20, max: 150 });
      },
    },
  ],
};

function device({ seed }: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const choose = chooser(seed, 'device', ordinal);
  return {
    type: 'device',
    id: ids.format(ordinal),
    external_id: `device-${ordinal + 1}`,
    external_created_at: choose.chance('dated', 0.5) ? createdAt : null,
    external_updated_at: null,
    created_at: createdAt,
    updated_at: updatedAt,
    custom_attributes: { model: choose.oneOf('model', ['K1', 'K2']), 'repairs so far': revision },
  };
}
