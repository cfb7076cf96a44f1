/** The instances of custom objects: a stream for each type that the config names, since Intercom lists no types. */
import type { Settings } from '../../config/settings.ts';
import { pages } from '../../scans/list.ts';
import { readCustomObjects } from '../permissions.ts';
import { type IntercomStream, records, stream } from '../stream.ts';

export function customObjects({ customObjectTypes }: Settings): readonly IntercomStream[] {
  return customObjectTypes.map((type) =>
    stream({
      name: `custom_object_${type}`,
      schema: {
        title: 'CustomObject',
        description: `The custom objects of the type ${type}.`,
        $ref: 'definitions/custom_object_instance.json',
        required: ['id', 'updated_at'],
      },
      sources: [
        records(pages(`/custom_object_instances/${type}`, { at: 'data', cursorField: 'updated_at', perPage: 150 })),
      ],
      permission: readCustomObjects,
      docs: 'custom-object-instances/listcustomobjectinstances',
    }),
  );
}
