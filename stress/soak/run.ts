/**
 * `npm run soak -- --runs 1000 [--seed 1] [--at-once 2] [--shrink]`: plays random plans, one for each seed, and prints
 * their results. Exit code 1 where a record was lost or repeated, with the seeds and how to play them again.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { plans } from './plan.ts';
import { discover, type Figures, play } from './play.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '2' },
    shrink: { type: 'boolean', default: false },
  },
});
const [runs, first, atOnce] = [values.runs, values.seed, values['at-once']].map(Number) as [number, number, number];
if (![runs, first, atOnce].every((number) => Number.isInteger(number) && number > 0)) {
  throw new RangeError('--runs, --seed and --at-once are whole numbers above 0');
}

// The sandbox is called from this process, without a proxy.
delete process.env.INTERCOM_BASE_URL;
const streams = await discover();
const total = new Map<string, number>();
const failures: number[] = [];
const began = performance.now();
let next = first;
let played = 0;

async function worker(): Promise<void> {
  for (let seed = next++; seed < first + runs; seed = next++) {
    await playSeed(seed);
    played += 1;
    if (played % 100 === 0) console.log(`${played} of ${runs} plans, ${failures.length} failed`);
  }
}

async function playSeed(seed: number): Promise<void> {
  let why: readonly string[] = [];
  const property = fc.asyncProperty(plans, async (plan) => {
    const { figures, problems } = await play(plan, streams);
    add(figures);
    why = problems;
    return problems.length === 0;
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    seed,
    numRuns: 1,
    endOnFailure: !values.shrink,
  });
  if (!failed) return;
  failures.push(seed);
  const lines = why.length > 0 ? why : [String(errorInstance)];
  console.log(`\nseed ${seed} failed:`);
  for (const line of lines.slice(0, 10)) console.log(`  ${line}`);
  if (lines.length > 10) console.log(`  and ${lines.length - 10} more`);
  console.log(`  plan: ${JSON.stringify(counterexample?.[0])}`);
  console.log(`  play it again: npm run soak -- --seed ${seed} --runs 1 [--shrink]`);
}

function add(figures: Figures): void {
  for (const [name, count] of Object.entries(figures)) total.set(name, (total.get(name) ?? 0) + count);
}

await Promise.all(Array.from({ length: atOnce }, worker));

const seconds = (performance.now() - began) / 1000;
for (const [name, count] of total) console.log(`${String(count).padStart(9)}  ${name}`);
console.log(
  `\n${runs} plans from seed ${first}, ${failures.length} failed${failures.length > 0 ? ` (${failures.join(', ')})` : ''}, ${seconds.toFixed(0)} s`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
