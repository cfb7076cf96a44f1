/** A failure of a call, and the facts of the call that decide whether it fails. */

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
   * Instead of the answer comes, with `status`, an error body; `html`, a proxy's error page; `empty`, no body; `reset`, a
   * broken connection. The answer comes, with `slow`, late; `trickle`, in small pieces; `cut`, with the first half of its
   * text only; `broken`, with the first half, then the connection breaks; `loop`, with itself as the next page; `drop`,
   * without one of the records that it counts; `circle`, with the first next page that the endpoint ever named; `odd-next`,
   * with a next page in an unknown form. The endpoint does no work with `repeat`, which gives its latest answer again, and
   * `blank`, which gives an empty page with a new cursor (a scroll has no cursor).
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
  /** Milliseconds a `slow` call waits, and a `trickle` takes. */
  readonly delay: number;
}

/** The facts of a call that a fault can match. */
export interface FaultyCall {
  readonly method: string;
  readonly path: string;
  /** The path with its ids in braces. */
  readonly template: string;
  readonly url: URL;
}
