/** A resource whose records are made, change and are deleted: everything that the sandbox needs to know of one. */
import type { IdForm } from '../data/ids.ts';
import type { Version, World } from '../data/world.ts';
import type { ApiError } from '../errors.ts';
import type { SandboxOptions } from '../options.ts';
import type { Body } from '../workspace/bodies.ts';
import type { Row } from '../workspace/table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ListEndpoint } from './endpoint.ts';
import type { Resource } from './resource.ts';

export interface CollectionEndpoint extends ListEndpoint {
  /** The parameter that makes the records complete where it is `true`. */
  readonly completeWith?: string;
  /** Whether the record that was changed last comes first; otherwise the oldest one does. */
  readonly latestFirst?: boolean;
  /** Whether the list shows a record. Default: each. */
  readonly shows?: (options: SandboxOptions, body: Body) => boolean;
}

export interface Collection extends Partial<Resource> {
  readonly ids: IdForm;
  /** How many records there are at first, unless the option of the collection's name says otherwise. */
  readonly count: number;
  /** The record, complete as far as the world and its own version tell. */
  readonly generate: (world: World, version: Version) => object;
  /** The endpoint that lists the records. Other lists, and searches, are `routes`. */
  readonly list?: CollectionEndpoint;
  /** Whether `GET` of the list's path and an id retrieves a record. */
  readonly retrieve?: boolean;
  /** The error of a call that names no record; 404 `not_found` unless said. */
  readonly missing?: () => ApiError;
  /** Adds to the generated record what other records and later changes say of it. */
  readonly complete?: (
    workspace: Workspace,
    body: Body,
    record: { readonly ordinal: number; readonly row: Row },
  ) => Body;
  /** Fields that only the complete record has, and lists do not show. */
  readonly completeOnly?: (workspace: Workspace, ordinal: number) => Body;
  /** The complete record as lists and searches show it. */
  readonly listed?: (workspace: Workspace, body: Body) => Body;
  /** The listed record in the shape seen live, where that differs from the documented one. */
  readonly liveShape?: (options: SandboxOptions, body: Body) => Body;
  /** The listed record with odd texts in it. */
  readonly oddText?: (body: Body) => Body;
  /** The record as its row of the truth holds it: `listed` (unless said), or `complete`. */
  readonly truthForm?: 'listed' | 'complete';
  /** Whether records are written once and never change: their time is that of their creation. */
  readonly isLog?: boolean;
}
