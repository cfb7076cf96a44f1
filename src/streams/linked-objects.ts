/** The conversations and tickets that are linked to a conversation or ticket. */
import { type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import type { Parent } from '../scans/resource.ts';
import { childOf, idOf, type ParentRecord } from './child.ts';
import { objectsIn } from './objects-in.ts';
import type { IntercomSource } from './stream.ts';

interface Linked extends ParentRecord {
  readonly linked_objects?: {
    readonly data?: unknown;
    readonly has_more?: unknown;
    readonly total_count?: unknown;
  } | null;
}

/** One row for each link. Intercom shows 1,000 links of a record at most, and offers the others nowhere. */
export function linkedObjects<T extends Linked, F>(parent: Parent<T, F>): IntercomSource {
  return childOf(parent, {
    rows({ linked_objects: links }, run) {
      const rows = objectsIn<JsonObject>(links?.data, run, { name: 'linked_objects' }).map(({ id, type, ...link }) => ({
        linked_object_type: String(type ?? ''),
        linked_object_id: keyText(id),
        ...link,
      }));
      if (links?.has_more === true) {
        const beyond = Math.max(1, Number(links.total_count ?? 0) - rows.length);
        run.on({ type: 'note', reason: 'linked objects beyond the 1,000 that Intercom shows', count: beyond });
      }
      return rows;
    },
    primaryKey: [idOf(parent), 'linked_object_type', 'linked_object_id'],
  });
}
