/** A list of records in one answer, and each record by itself. */
import { ApiError, notFound } from '../errors.ts';
import { smallList } from '../pages.ts';
import { allBodies, fullBody, listedBody } from '../workspace/bodies.ts';
import type { Kind } from '../workspace/kinds.ts';
import { find } from '../workspace/workspace.ts';
import { recordRows } from './record-rows.ts';
import type { Resource } from './resource.ts';

export interface RecordList {
  /** The kind of records: also the name of their stream, and of their path. */
  readonly kind: Kind;
  readonly scope?: string;
  /** The type and the key of the list. Default: "list" and "data". */
  readonly listedAs?: { readonly type: string; readonly key: string };
  /** The parameter that asks for the complete form, which then is also the truth. */
  readonly completeBy?: string;
  /** The error for an id that no record has. Default: Intercom's usual one. */
  readonly missing?: readonly [code: string, message: string];
}

export function recordList({ kind, scope, listedAs, completeBy, missing }: RecordList): Resource {
  const scoped = scope === undefined ? {} : { scope };
  return {
    routes: (workspace) => [
      {
        method: 'GET',
        path: `/${kind}`,
        ...scoped,
        handle({ url }) {
          const isComplete = completeBy !== undefined && url.searchParams.get(completeBy) === 'true';
          const bodies = allBodies(workspace, kind, isComplete ? fullBody : listedBody);
          const answer = smallList(workspace.options, bodies, url);
          if (!listedAs) return answer;
          const { data, ...rest } = answer;
          return { ...rest, type: listedAs.type, [listedAs.key]: data };
        },
      },
      {
        method: 'GET',
        path: `/${kind}/{id}`,
        ...scoped,
        handle({ params }) {
          const ordinal = find(workspace, kind, params.id ?? '');
          if (ordinal === undefined) throw missing ? new ApiError(404, ...missing) : notFound();
          return listedBody(workspace, kind, workspace.collections[kind].live, ordinal);
        },
      },
    ],
    truth: { [kind]: recordRows(kind, completeBy === undefined ? listedBody : fullBody) },
  };
}
