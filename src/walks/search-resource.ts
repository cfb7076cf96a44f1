/** What the walk of a search must know of a resource and of its records. */

export interface SearchItem {
  readonly id: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface SearchResource {
  readonly name: string;
  readonly path: string;
  readonly recordsAt: string;
  /** How exactly the search knows times: by the second, or by calendar day. */
  readonly timesAre: 'seconds' | 'days';
}
