/** Runs commands of a connector, as an executable or in its image, and keeps all that it writes. */
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
  /** Every line of stdout as it was written. */
  readonly lines: readonly string[];
  readonly stderr: string;
  readonly exitCode: number | null;
}

export type Command = 'spec' | 'check' | 'discover' | 'read';

/** Runs one command over files, each given by its content. */
export type Launch = (command: Command, files?: Files) => Promise<Answer>;

/** A command that takes longer is ended, in milliseconds. */
const LONGEST_MS = 120_000;

/** A program on this machine. */
export function executable(program: string): Launch {
  return (command, files) =>
    inFolder(files, (folder, names) => {
      const args = [command, ...argumentsOf(folder, names)];
      return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS, killSignal: 'SIGKILL' });
    });
}

const DATA = '/airbyte/data';

/** An image. It shares this machine's network, and is told where Intercom is. */
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
    // Inside a container another user reads these files.
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

/** A line that is no message is passed over, as the platform does. */
function messageOf(line: string): readonly Message[] {
  try {
    return [JSON.parse(line) as Message];
  } catch {
    return [];
  }
}
