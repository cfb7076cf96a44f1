/** DISCOVERY, compatibility: the streams and fields of the previous version still exist. */
import type { CatalogStream } from '../../../tests/harness/connector.ts';
import type { Check } from '../check.ts';
import { schemaNodes, typesOf } from '../schema-nodes.ts';

export const previousCatalog: Check = {
  name: 'streams of the previous version still exist',
  problems: async (subject) => {
    const { streams: before } = subject.settings.previous;
    if (!before) throw new Error('the catalog of a previous version is missing: pass its file with --previous-catalog');
    const now = await subject.streams();
    return before.flatMap((stream) => {
      const same = now.find(({ name }) => name === stream.name);
      return same ? lost(stream, same).map((loss) => `${stream.name}: ${loss}`) : [`${stream.name} is missing`];
    });
  },
};

function lost(before: CatalogStream, now: CatalogStream): readonly string[] {
  const later = new Map([...schemaNodes(now.json_schema)].map(({ path, schema }) => [path, schema]));
  const fields = [...schemaNodes(before.json_schema)].flatMap(({ path, schema, property }) => {
    const same = later.get(path);
    if (!same) return property === undefined ? [] : [`${path} is missing`];
    const types = [typesOf(schema), typesOf(same)].map((list) => [...list].sort().join(' or '));
    return types[0] === types[1] ? [] : [`${path || '/'} was ${types[0]} and is ${types[1]}`];
  });
  const cursors = [before, now].map(({ default_cursor_field: cursor = [] }) => cursor.join('.'));
  return cursors[0] === cursors[1] ? fields : [...fields, `the cursor was ${cursors[0]} and is ${cursors[1]}`];
}
