/** A resource of the API: the endpoints that serve it, and the rows of it that exist. */
import type { Route } from '../routes/route.ts';
import type { TruthRow } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Resource {
  /** The endpoints of one workspace. */
  readonly routes: (workspace: Workspace) => readonly Route[];
  /** The rows of each stream that `/__sandbox/truth` knows, by the name of the stream. */
  readonly truth: Readonly<Record<string, (workspace: Workspace) => Iterable<TruthRow>>>;
}
