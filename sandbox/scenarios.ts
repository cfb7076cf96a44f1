/** Named scenarios of random faults. The same seed and the same calls give the same faults. */
import { parameterInvalid } from './errors.ts';
import type { Fault, FaultyCall } from './fault.ts';
import { createRandom } from './workspace/random.ts';

type Drawn = Pick<Fault, 'kind'> & Partial<Fault>;

interface ScenarioFacts {
  /** Whether a call can fail; without it, every call can. */
  readonly hits?: (call: FaultyCall) => boolean;
  /** A failing call has one of these faults. */
  readonly faults: (call: FaultyCall) => readonly Drawn[];
  /** The share of calls that begin to fail; without it, the requested share. */
  readonly rate?: number;
  /** How many calls in a row fail. */
  readonly inARow?: number;
  /** After `most` faults the next `calm` calls succeed. */
  readonly most?: number;
  readonly calm?: number;
}

const resets: readonly Drawn[] = [{ kind: 'reset' }, { kind: 'broken' }];
const slow: readonly Drawn[] = [
  { kind: 'slow', delay: 300 },
  { kind: 'trickle', delay: 300 },
];
const html: readonly Drawn[] = [
  { kind: 'html', status: 502 },
  { kind: 'html', status: 503 },
  { kind: 'html', status: 200 },
];
const empty: readonly Drawn[] = [{ kind: 'empty' }, { kind: 'empty', status: 502 }];
const cut: readonly Drawn[] = [{ kind: 'cut' }];
const rate: readonly Drawn[] = [{ kind: 'status', status: 429 }];
const errors: readonly Drawn[] = [408, 500, 502, 503, 504].map((status) => ({ kind: 'status', status }));
const storm = [resets, slow, html, empty, cut, rate, errors].flat();

const isScroll = ({ template }: FaultyCall) => template === '/companies/scroll';
const isSearch = ({ template }: FaultyCall) => template.endsWith('/search');
const scrollExists = {
  type: 'error.list',
  errors: [{ code: 'scroll_exists', message: 'scroll already exists for this workspace' }],
};

const scenarioFacts = {
  /** Every fault of the seven scenarios below. */
  storm: { faults: () => storm },
  /** The connection breaks, before the answer or in its middle. */
  resets: { faults: () => resets },
  /** Answers come late, or in small pieces. */
  slow: { faults: () => slow },
  /** A proxy answers in place of Intercom, even with 200. */
  html: { faults: () => html },
  /** Answers without a body. */
  empty: { faults: () => empty },
  /** The text of an answer ends in its middle. */
  cut: { faults: () => cut },
  /** Several 429 in a row. */
  rate: { faults: () => rate, inARow: 4 },
  /** Temporary errors of Intercom. */
  errors: { faults: () => errors },
  /** The scroll over companies fails or expires in its middle; at its beginning another scroll is open. */
  scroll: {
    hits: isScroll,
    faults: ({ url }) =>
      url.searchParams.get('scroll_param')
        ? [
            { kind: 'status', status: 500 },
            { kind: 'status', status: 404 },
          ]
        : [{ kind: 'status', status: 400, body: scrollExists }],
    rate: 0.5,
    most: 3,
    calm: 20,
  },
  /** A page of a search names itself as its next page. */
  loop: { hits: isSearch, faults: () => [{ kind: 'loop' }], rate: 1 },
  /** A search page lacks a record that its total counts. */
  dropped: { hits: isSearch, faults: () => [{ kind: 'drop' }], rate: 0.5 },
} as const satisfies Readonly<Record<string, ScenarioFacts>>;

export type ScenarioName = keyof typeof scenarioFacts;

export const scenarioNames = Object.keys(scenarioFacts) as readonly ScenarioName[];

export interface Scenario {
  /** The fault of this call, if it has one. */
  readonly draw: (call: FaultyCall) => Drawn | undefined;
}

/** `rateAsked`: the share of calls that begin to fail, 0 to 1, unless the scenario has a share of its own. */
export function createScenario(name: ScenarioName, rateAsked: number, seed: number): Scenario {
  const facts: ScenarioFacts = scenarioFacts[name];
  const { hits, faults, rate: begins = rateAsked, inARow = 1, most = Number.POSITIVE_INFINITY, calm = 0 } = facts;
  const random = createRandom(seed * scenarioNames.length + scenarioNames.indexOf(name));
  let left = 0;
  let met = 0;
  let calmLeft = 0;
  return {
    draw: (call) => {
      if (hits && !hits(call)) return undefined;
      if (calmLeft > 0) {
        calmLeft -= 1;
        return undefined;
      }
      if (left === 0 && random.next() < begins) left = inARow;
      if (left === 0) return undefined;
      left -= 1;
      met += 1;
      if (met % most === 0) calmLeft = calm;
      const choice = faults(call);
      return choice[random.integer(choice.length)];
    },
  };
}

/** Throws 400 for an unknown scenario. */
export function readScenarioNames(names: unknown): readonly ScenarioName[] {
  if (Array.isArray(names) && names.every((name) => scenarioNames.includes(name))) return names;
  throw parameterInvalid(`scenarios must be of: ${scenarioNames.join(', ')}`);
}
