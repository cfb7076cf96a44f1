/** A tap with one fault: runs the real tap and damages its output. `node broken-tap.ts FAULT CATALOG ARGUMENTS…` */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { linesOf } from '@airbyte-ts/cdk-shim';
import { type Damage, FAULTS, type Fault } from './faults.ts';

const TAP = fileURLToPath(new URL('../../bin/tap-intercom', import.meta.url));

const [fault = '', catalog = '', ...args] = process.argv.slice(2);
const { damage, exitCode }: Damage = FAULTS[fault as Fault](args);

// A sync reads only the few streams of CATALOG, which are enough to show the damage.
const reads = !args.some((arg) => ['--discover', '--about', '--version', '--test', '--catalog'].includes(arg));
const child = spawn(TAP, [...args, ...(reads ? ['--catalog', catalog] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = once(child, 'close');
for await (const line of linesOf(child.stdout)) {
  for (const damaged of damage(line)) process.stdout.write(`${damaged}\n`);
}
const [code] = await ended;
process.exitCode = exitCode ?? Number(code ?? 1);
