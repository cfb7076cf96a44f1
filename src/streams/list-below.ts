/** The rows of a list that Intercom has below each record of a parent, such as the redirects of a help center. */
import type { Row, SourceOptions } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import { listPages } from '../intercom/pages.ts';
import type { Parent } from '../scans/resource.ts';
import { childOf, type ParentRecord } from './child.ts';
import { objectsIn } from './objects-in.ts';
import type { IntercomSource, SourceFacts } from './stream.ts';

export interface ListBelowOptions extends SourceFacts, SourceOptions<Intercom> {
  /** The path of the list, with the parent's id as `{id}`. */
  readonly path: string;
  /** The key of an answer under which the records are. */
  readonly at: string;
  readonly perPage: number;
}

/**
 * One call for each parent that the stream needs, and one for each further page. A parent that is read whole every time is
 * asked for every time; of any other parent only what changed, which suits lists that do not change without their parent.
 */
export function listBelow<T extends ParentRecord, F>(
  parent: Parent<T, F>,
  { path, at, perPage, ...rest }: ListBelowOptions,
): IntercomSource {
  const changed = parent.cursorField === undefined ? '' : ' that changed';
  return childOf(parent, {
    async *rows({ id }, run) {
      const call = { method: 'GET', path: path.replace('{id}', id) } as const;
      const pages = listPages<Row>(run.context.client, run, { call, keys: [at], perPage });
      for await (const page of pages) yield* objectsIn<Row>(page, run, { name: path });
    },
    asks: [`GET ${path}`],
    cost: `one for ${perPage} records of each ${parent.object.replaceAll('_', ' ')}${changed}`,
    ...rest,
  });
}
