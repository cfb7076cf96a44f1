/** Runs a tap until it has written a number of lines, kills it, and then itself: `node killed-tap.ts LINES TAP ARGUMENTS…` */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linesOf } from '@airbyte-ts/cdk-shim';

const [lines = '', tap = '', ...args] = process.argv.slice(2);
const child = spawn(tap, args, { stdio: ['ignore', 'pipe', 'inherit'] });
let written = 0;
for await (const line of linesOf(child.stdout)) {
  if (written >= Number(lines)) break;
  written += 1;
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
child.kill('SIGKILL');
process.stdout.write('', () => process.kill(process.pid, 'SIGKILL'));
