/** A connector with one of twelve faults: runs the real connector and damages its output. `node broken-source.ts FAULT COMMAND …` */
import { readFile } from 'node:fs/promises';
import { EXECUTABLE } from '../../../tests/harness/connector.ts';
import { type Command, executable } from '../launch.ts';
import { broken } from './fault.ts';
import { FEWER_STREAMS } from './fewer-streams.ts';
import { TWELVE } from './twelve.ts';

const [way = '', command = '', ...args] = process.argv.slice(2);
const fault = TWELVE[way];
if (!fault) throw new Error(`unknown fault: ${way}`);

const files: Record<string, unknown> = {};
for (let index = 0; index < args.length; index += 2) {
  files[(args[index] ?? '').slice(2)] = JSON.parse(await readFile(args[index + 1] ?? '', 'utf8'));
}
const answer = await broken(broken(executable(EXECUTABLE), FEWER_STREAMS), fault)(command as Command, files);
process.stdout.write(answer.lines.map((line) => `${line}\n`).join(''));
process.exitCode = answer.exitCode ?? 1;
