/** Fuzzes the input: configs, catalogs, states and API bodies, each case from its own seed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiCases } from './api-cases.ts';
import { catalogCase, configCase, stateCase } from './files.ts';
import { createRandom } from './random.ts';

/** How many of twelve cases are of a kind: a config takes longest, since its schema is compiled each time. */
const SHARES = { config: 1, catalog: 3, state: 5, api: 3 } as const;
export type Kind = keyof typeof SHARES;
const KINDS = (Object.keys(SHARES) as Kind[]).flatMap((kind) => Array<Kind>(SHARES[kind]).fill(kind));

/** Longer than any case takes, in milliseconds, on a machine that is busy. */
const HANGS_AFTER = 15_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly cases: number;
  /** The number of the first case: a failed case is repeated alone by its number. */
  readonly first?: number;
}

export interface Fuzzed {
  /** The number of cases by result, such as "state: refused". */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly failures: readonly { readonly number: number; readonly kind: Kind; readonly why: string }[];
}

/** Runs the cases one after the other, and stops after ten failures. */
export async function fuzz({ seed, cases, first = 0 }: FuzzOptions): Promise<Fuzzed> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const api = await startApiCases();
  const run = {
    config: configCase,
    catalog: catalogCase,
    state: stateCase,
    api: api.run,
  };
  const outcomes = new Map<string, number>();
  const failures: Fuzzed['failures'][number][] = [];
  try {
    for (let number = first; number < first + cases && failures.length < 10; number += 1) {
      const kind = KINDS[number % KINDS.length] ?? 'api';
      const random = createRandom(Math.imul(seed, 0x9e3779b1) + number);
      const outcome = await inTime(run[kind](random, folder)).catch((error: unknown) => {
        failures.push({ number, kind, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        return 'FAILED';
      });
      const what = `${kind}: ${outcome}`;
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    }
  } finally {
    await api.close();
    await rm(folder, { recursive: true });
  }
  return { outcomes: new Map([...outcomes].toSorted()), failures };
}

async function inTime<T>(result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${HANGS_AFTER / 1000} s`)), HANGS_AFTER);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}
