/** Failures on demand: the next matching calls fail as they are told to. */
import { parameterInvalid } from './errors.ts';

const kinds = ['status', 'reset', 'html', 'empty', 'slow'] as const;

export interface Fault {
  /** Path as called (`/contacts/abc`) or templated (`/contacts/{id}`), or `*` for every call. */
  readonly path: string;
  readonly method?: string;
  /** `status`: an error body; `html`: a proxy's error page; `empty`: no body; `reset`: the connection breaks; `slow`: answers late. */
  readonly kind: (typeof kinds)[number];
  /** HTTP status of the failure. */
  readonly status: number;
  /** How many calls fail. */
  readonly times: number;
  /** How many matching calls pass before. */
  readonly after: number;
  /** Body instead of the usual one for the status. */
  readonly body?: unknown;
  /** Milliseconds a `slow` call waits. */
  readonly delay: number;
}

export interface Faults {
  readonly set: (request: unknown) => number;
  /** The fault this call meets, if any; counts it as used. */
  readonly take: (method: string, path: string, template: string) => Fault | undefined;
}

export function createFaults(): Faults {
  let armed: { fault: Fault; seen: number }[] = [];
  return {
    set: (request) => {
      armed = readFaults(request).map((fault) => ({ fault, seen: 0 }));
      return armed.length;
    },
    take: (method, path, template) => {
      for (const entry of armed) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method !== method) continue;
        if (fault.path !== '*' && fault.path !== path && fault.path !== template) continue;
        entry.seen += 1;
        if (entry.seen > fault.after && entry.seen <= fault.after + fault.times) return fault;
      }
      return undefined;
    },
  };
}

function readFaults(request: unknown): Fault[] {
  const list = (request as { faults?: unknown } | null)?.faults;
  if (!Array.isArray(list)) throw parameterInvalid('faults must be a list');
  return list.map((entry: Partial<Fault>) => {
    const kind = entry.kind ?? 'status';
    if (!kinds.includes(kind)) throw parameterInvalid(`kind must be one of: ${kinds.join(', ')}`);
    if (typeof entry.path !== 'string') throw parameterInvalid('a fault needs a path');
    return {
      path: entry.path,
      ...(entry.method !== undefined && { method: entry.method.toUpperCase() }),
      kind,
      status: entry.status ?? (kind === 'html' ? 502 : kind === 'empty' ? 200 : 500),
      times: entry.times ?? 1,
      after: entry.after ?? 0,
      ...('body' in entry && { body: entry.body }),
      delay: entry.delay ?? 1000,
    };
  });
}
