/**
 * `npm run fuzz -- --cases 10000 [--seed 1] [--first 0]`: runs fuzzed cases and prints their results. Ends with exit
 * code 1, and with how to repeat each, where one crashed without a message, hung or lost a record.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
  },
});
const [cases, seed, first] = [values.cases, values.seed, values.first].map(Number);
if (cases === undefined || seed === undefined || first === undefined || ![cases, seed, first].every(Number.isInteger)) {
  throw new RangeError('--cases, --seed and --first are whole numbers');
}
const began = performance.now();
const { outcomes, failures } = await fuzz({ cases, seed, first });
const seconds = (performance.now() - began) / 1000;
const ran = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
for (const [what, count] of outcomes) console.log(`${String(count).padStart(6)}  ${what}`);
for (const { number, kind, why } of failures) {
  console.log(`\ncase ${number} (${kind}) failed: ${why}`);
  console.log(`repeat it: npm run fuzz -- --seed ${seed} --first ${number} --cases 1`);
}
console.log(`\n${ran} cases, seed ${seed}, ${failures.length} failed, ${seconds.toFixed(1)} s`);
process.exitCode = failures.length > 0 ? 1 : 0;
