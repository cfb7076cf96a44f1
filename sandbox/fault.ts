/** A failure of a call, and the parts of the call that decide it. */

export const faultKinds = [
  'status',
  'reset',
  'html',
  'empty',
  'slow',
  'trickle',
  'cut',
  'broken',
  'loop',
  'drop',
  'repeat',
  'blank',
  'circle',
  'odd-next',
] as const;

export interface Fault {
  /** Path as called (`/contacts/abc`) or templated (`/contacts/{id}`), or `*` for every call. */
  readonly path: string;
  readonly method?: string;
  /**
   * In place of the answer: `status`: an error body; `html`: a proxy's error page; `empty`: no body; `reset`: the
   * connection breaks. The answer itself: `slow`: late; `trickle`: in small pieces; `cut`: half of its text, as if that
   * were all; `broken`: half of it, then the connection breaks; `loop`: its next page is this one; `drop`: one of its
   * records is left out, although counted; `circle`: its next page is the first one that this endpoint named; `odd-next`: its
   * next page has an unknown form. Without the endpoint doing its work: `repeat`: its latest answer once more;
   * `blank`: an empty page that names a new cursor, or of a scroll an empty page.
   */
  readonly kind: (typeof faultKinds)[number];
  /** HTTP status of the failure. */
  readonly status: number;
  /** How many calls fail. */
  readonly times: number;
  /** How many matching calls pass before. */
  readonly after: number;
  /** Body instead of the usual one for the status. */
  readonly body?: unknown;
  /** Milliseconds that a `slow` call waits, or that a `trickle` lasts. */
  readonly delay: number;
}

/** A call as faults look at it. */
export interface FaultyCall {
  readonly method: string;
  readonly path: string;
  /** The path with its ids in braces. */
  readonly template: string;
  readonly url: URL;
}
