/** Named mixes of random faults: the same faults for the same seed and the same calls. */
import { parameterInvalid } from './errors.ts';
import type { Fault, FaultyCall } from './fault.ts';
import { createRandom } from './workspace/random.ts';

type Drawn = Pick<Fault, 'kind'> & Partial<Fault>;

interface Weather {
  /** Which calls it can hit; without it, all. */
  readonly hits?: (call: FaultyCall) => boolean;
  /** The faults of the scenario: a call gets one of them. */
  readonly faults: (call: FaultyCall) => readonly Drawn[];
  /** The part of the calls that begin to fail, in place of the rate of the options. */
  readonly rate?: number;
  /** How many calls in a row fail once one does. */
  readonly inARow?: number;
  /** After so many faults the next `calm` calls meet none. */
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

const weathers = {
  /** Everything below that may happen to any call. */
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
  /** 429 again and again. */
  rate: { faults: () => rate, inARow: 4 },
  /** Intercom's own errors that pass. */
  errors: { faults: () => errors },
  /** The scroll over companies fails in its middle or has expired, and at its beginning somebody else scrolls. */
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
  /** A search names the current page as its next page. */
  loop: { hits: isSearch, faults: () => [{ kind: 'loop' }], rate: 1 },
  /** Search leaves out a record that it counts. */
  dropped: { hits: isSearch, faults: () => [{ kind: 'drop' }], rate: 0.5 },
} as const satisfies Readonly<Record<string, Weather>>;

export type ScenarioName = keyof typeof weathers;

export const scenarioNames = Object.keys(weathers) as readonly ScenarioName[];

export interface Scenario {
  /** The fault of this call, if any. */
  readonly draw: (call: FaultyCall) => Drawn | undefined;
}

/** `rateAsked`: the part of the calls that begin to fail, 0 to 1, where the scenario has none of its own. */
export function createScenario(name: ScenarioName, rateAsked: number, seed: number): Scenario {
  const weather: Weather = weathers[name];
  const { hits, faults, rate: begins = rateAsked, inARow = 1, most = Number.POSITIVE_INFINITY, calm = 0 } = weather;
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
