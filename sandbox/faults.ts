/** Failures on demand: the next calls that match a fault fail, or calls fail at random under a scenario. */
import { parameterInvalid } from './errors.ts';
import { type Fault, type FaultyCall, faultKinds } from './fault.ts';
import { createScenario, readScenarioNames, type Scenario, type ScenarioName } from './scenarios.ts';

export interface Faults {
  /** Replaces all armed faults and scenarios by those of the request. Throws 400 for an invalid request. */
  readonly set: (request: unknown) => { readonly faults: number; readonly scenarios: readonly ScenarioName[] };
  /** The fault of this call, if it has one. The fault then counts as used. */
  readonly take: (call: FaultyCall) => Fault | undefined;
}

export interface FaultOptions {
  readonly faults: readonly ScenarioName[];
  readonly faultRate: number;
  readonly seed: number;
}

export function createFaults({ faults, faultRate, seed }: FaultOptions): Faults {
  let armed: { fault: Fault; seen: number }[] = [];
  let scenarios: Scenario[] = faults.map((name) => createScenario(name, faultRate, seed));

  function next(call: FaultyCall): Fault | undefined {
    for (const entry of armed) {
      if (!matches(entry.fault, call)) continue;
      entry.seen += 1;
      const { after, times } = entry.fault;
      if (entry.seen > after && entry.seen <= after + times) return entry.fault;
    }
    return undefined;
  }

  return {
    set: (request) => {
      const { scenarios: names = [], rate = faultRate, seed: own = seed, ...rest } = (request ?? {}) as Request;
      armed = readFaults(rest).map((fault) => ({ fault, seen: 0 }));
      scenarios = readScenarioNames(names).map((name) => createScenario(name, rate, own));
      return { faults: armed.length, scenarios: readScenarioNames(names) };
    },
    take: (call) => {
      const fault = next(call);
      if (fault) return fault;
      for (const scenario of scenarios) {
        const drawn = scenario.draw(call);
        if (drawn) return faultOf({ ...drawn, path: call.path });
      }
      return undefined;
    },
  };
}

interface Request {
  readonly faults?: unknown;
  readonly scenarios?: unknown;
  readonly rate?: number;
  readonly seed?: number;
}

function matches({ method, path }: Fault, call: FaultyCall): boolean {
  if (method !== undefined && method !== call.method) return false;
  return path === '*' || path === call.path || path === call.template;
}

/** `faults` may be left out where scenarios are named. */
function readFaults({ faults = [] }: Request): Fault[] {
  if (!Array.isArray(faults)) throw parameterInvalid('faults must be a list');
  return faults.map(faultOf);
}

function faultOf(entry: Partial<Fault>): Fault {
  const kind = entry.kind ?? 'status';
  if (!faultKinds.includes(kind)) throw parameterInvalid(`kind must be one of: ${faultKinds.join(', ')}`);
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
}
