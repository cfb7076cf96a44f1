/** Lists row by row everything that exists now, so that a sync can be compared with it. */
import { collectionRows } from '../define/collection-truth.ts';
import type { Resource } from '../define/resource.ts';
import { collectionNames, collections, otherResources } from '../resources/index.ts';
import type { TruthRow } from './truth-row.ts';
import type { Workspace } from './workspace.ts';

const streams: Resource['truth'] = Object.assign(
  {},
  ...collectionNames.map((kind) => ({ [kind]: (workspace: Workspace) => collectionRows(workspace, kind) })),
  ...Object.values(collections).map(({ truth }) => truth),
  ...otherResources.map(({ truth }) => truth),
);

export const truthStreams: readonly string[] = Object.keys(streams);

/** Rows of a stream, made one at a time; `undefined` for an unknown stream. */
export function truth(workspace: Workspace, stream: string): Iterable<TruthRow> | undefined {
  return streams[stream]?.(workspace);
}
