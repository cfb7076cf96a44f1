/** Runs the commands of a connector, as an executable or in its image, and keeps the whole output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from '@airbyte-ts/cdk-shim';
import type { Files, Message } from '../../tests/harness/connector.ts';
import type { Engine } from '../image/engine.ts';

export interface Answer {
  readonly messages: readonly Message[];
  /** All lines of stdout, unchanged. */
  readonly lines: readonly string[];
  readonly stderr: string;
  readonly exitCode: number | null;
}

export type Command = 'spec' | 'check' | 'discover' | 'read';

/** Runs one command with files of given contents. */
export type Launch = (command: Command, files?: Files) => Promise<Answer>;

/** The longest time of a command, in milliseconds. A command that needs longer is killed. */
const LONGEST_MS = 120_000;

/** Returns a launcher for a program on this machine. */
export function executable(program: string): Launch {
  return (command, files) =>
    inFolder(files, (folder, names) => {
      const args = [command, ...argumentsOf(folder, names)];
      return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS, killSignal: 'SIGKILL' });
    });
}

const DATA = '/airbyte/data';

/** Returns a launcher for an image. The container shares this machine's network and the variable INTERCOM_BASE_URL. */
export function image(engine: Engine, name: string): Launch {
  return (command, files) =>
    inFolder(files, (folder, names) => {
      const where = `INTERCOM_BASE_URL=${process.env.INTERCOM_BASE_URL}`;
      const options = ['--network', 'host', '--env', where, '--volume', `${folder}:${DATA}:ro`];
      return engine.start([...options, name, command, ...argumentsOf(DATA, names)]);
    });
}

function argumentsOf(folder: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`--${name}`, join(folder, `${name}.json`)]);
}

async function inFolder(
  files: Files = {},
  start: (folder: string, names: readonly string[]) => ChildProcess,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'acceptance-'));
  try {
    // A container reads these files as another user.
    await chmod(folder, 0o755);
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
    }
    return await answerOf(start(folder, Object.keys(files)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the connector was started without pipes');
  const ended = once(child, 'close');
  const complaints: string[] = [];
  stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const lines: string[] = [];
  for await (const line of linesOf(stdout)) lines.push(line);
  const [exitCode] = (await ended) as [number | null];
  return { messages: lines.flatMap(messageOf), lines, stderr: complaints.join(''), exitCode };
}

/** Ignores a line that is not a message, as the platform does. */
function messageOf(line: string): readonly Message[] {
  try {
    return [JSON.parse(line) as Message];
  } catch {
    return [];
  }
}
