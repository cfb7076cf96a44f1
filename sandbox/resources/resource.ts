/** One object of Intercom's API: the calls that show it, and the rows that exist of it. */
import type { Route } from '../route.ts';
import type { TruthRow } from '../workspace/truth-row.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Every row of a stream that exists now, made one at a time. */
export type Rows = (workspace: Workspace) => Iterable<TruthRow>;

export interface Resource {
  readonly routes: (workspace: Workspace) => readonly Route[];
  /** By stream: the rows that a sync should have after it read everything. */
  readonly truth?: Readonly<Record<string, Rows>>;
}
