/** A resource that can be searched, and its records. */
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import type { SearchRequest } from '../../intercom/search.ts';
import type { Criterion } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';

export interface SearchItem {
  readonly id: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SearchResource<T> {
  readonly name: string;
  readonly path: string;
  /** The key of an answer under which the records are. */
  readonly at: string;
  /** How exactly the search compares times: by the second, or by calendar day. */
  readonly precision: 'seconds' | 'days';
  /** Parameters in the address of every call. */
  readonly parameters?: SearchRequest['parameters'];
  readonly criteria?: (settings: Settings) => readonly Criterion<T>[];
  /** The fingerprint of the filters under which a stream is read; undefined under none. Another one in a saved state makes the stream start over. */
  readonly fingerprint?: (settings: Settings, stream: string) => string | undefined;
  /** Tombstones of the records that were merged into this one. */
  readonly merged?: (item: T, run: IntercomRun) => readonly Tombstone[];
  /** A list of at least the records that the filters let through, where it takes fewer calls than a search. */
  readonly listed?: (run: IntercomRun) => AsyncIterable<readonly T[]> | undefined;
}

/** The part that every request to the search of a resource has in common. */
export function searchOf<T>({
  path,
  at,
  parameters,
}: SearchResource<T>): Pick<SearchRequest, 'path' | 'recordsAt' | 'parameters'> {
  return { path, recordsAt: at, parameters };
}

/** The criteria of this sync. */
export function criteriaOf<T>({ criteria }: SearchResource<T>, { context }: IntercomRun): readonly Criterion<T>[] {
  return criteria?.(context.settings) ?? [];
}

/** Tombstones of the records that were merged into one of `items`. */
export function mergedInto<T>(
  items: readonly T[],
  { merged }: Pick<SearchResource<T>, 'merged'>,
  run: IntercomRun,
): readonly Tombstone[] {
  return merged ? items.flatMap((item) => merged(item, run)) : [];
}
