/** What the walk of a search must know of a resource and of its records. */
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import type { SearchRequest } from '../../intercom/search.ts';
import type { Selectable } from '../filters.ts';
import type { Tombstone } from '../tombstone.ts';

export interface SearchItem {
  readonly id: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SearchResource<T> extends Selectable<T> {
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  /** How exactly the search knows times: by the second, or by calendar day. */
  readonly timesAre: 'seconds' | 'days';
  /** Parameters in the address of every call. */
  parameters?(settings: Settings): SearchRequest['parameters'];
  /** What a record has taken in: others that are gone since. */
  swallowed?(item: T, run: IntercomRun): readonly Tombstone[];
  /** Where the filters name so few that they are listed elsewhere in fewer calls: a list of at least these. */
  listed?(run: IntercomRun): AsyncIterable<readonly T[]> | undefined;
}

/** What every request to the search of a resource has in common. */
export function searchOf<T>(
  { path, recordsAt, parameters }: SearchResource<T>,
  { context }: IntercomRun,
): Pick<SearchRequest, 'path' | 'recordsAt' | 'parameters'> {
  return { path, recordsAt, parameters: parameters?.(context.settings) };
}

/** What `items` have taken in. */
export function swallowedBy<T>(
  items: readonly T[],
  { swallowed }: Pick<SearchResource<T>, 'swallowed'>,
  run: IntercomRun,
): readonly Tombstone[] {
  return swallowed ? items.flatMap((item) => swallowed(item, run)) : [];
}
