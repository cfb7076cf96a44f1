/** Counts the calls that the API answered, by endpoint and by status. */

export interface StatsReport {
  readonly calls: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Faults by kind; errors by their status. */
  readonly byFault: Readonly<Record<string, number>>;
  /** Calls that the rate limit granted in each of its windows, from the window of the first call to that of the last. */
  readonly windows: readonly number[];
}

export interface Stats {
  /** `endpoint`: method and path with the ids templated, such as `GET /contacts/{id}`. */
  readonly count: (endpoint: string, status: number | 'reset') => void;
  readonly countFault: (kind: string) => void;
  /** The rate limit granted a call in its window of this number. */
  readonly countGranted: (window: number) => void;
  readonly report: () => StatsReport;
  readonly reset: () => void;
}

export function createStats(): Stats {
  const byEndpoint = new Map<string, number>();
  const byStatus = new Map<string, number>();
  const byFault = new Map<string, number>();
  const byWindow = new Map<number, number>();
  let calls = 0;
  return {
    count: (endpoint, status) => {
      calls += 1;
      byEndpoint.set(endpoint, (byEndpoint.get(endpoint) ?? 0) + 1);
      byStatus.set(String(status), (byStatus.get(String(status)) ?? 0) + 1);
    },
    countFault: (kind) => {
      byFault.set(kind, (byFault.get(kind) ?? 0) + 1);
    },
    countGranted: (window) => {
      byWindow.set(window, (byWindow.get(window) ?? 0) + 1);
    },
    report: () => ({
      calls,
      byEndpoint: Object.fromEntries(byEndpoint),
      byStatus: Object.fromEntries(byStatus),
      byFault: Object.fromEntries(byFault),
      windows: inOrder(byWindow),
    }),
    reset: () => {
      calls = 0;
      byEndpoint.clear();
      byStatus.clear();
      byFault.clear();
      byWindow.clear();
    },
  };
}

/** The counts of all windows between the first and the last one, those without calls included. */
function inOrder(byWindow: ReadonlyMap<number, number>): readonly number[] {
  const [first = 0] = byWindow.keys();
  const last = Math.max(first, ...byWindow.keys());
  if (byWindow.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => byWindow.get(first + at) ?? 0);
}
