/** Runs commands of a connector, as an executable or in its image, and keeps all that it writes. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Files, Message } from '../connector.ts';

export interface Answer {
  readonly messages: readonly Message[];
  /** Every line of stdout as it was written. */
  readonly lines: readonly string[];
  readonly stderr: string;
  readonly exitCode: number | null;
}

export type Command = 'spec' | 'check' | 'discover' | 'read';

/** Runs one command over files, each given as what it holds. */
export type Launch = (command: Command, files?: Files) => Promise<Answer>;

/** How a command line is made of the folder on this machine and the name of a command. */
interface Place {
  /** What stands before the command: the program, or what starts a container that sees `folder`. */
  readonly prefix: (folder: string) => readonly string[];
  /** Where the command finds the folder. */
  readonly seen: (folder: string) => string;
}

/** A program with its first arguments, such as `[bin/source-intercom]`. */
export function executable(prefix: readonly string[]): Launch {
  return (command, files) => launch({ prefix: () => prefix, seen: (folder) => folder }, command, files);
}

const DATA = '/airbyte/data';

/** An image, run by `engine` (docker or podman); it shares this machine's network, and hears where Intercom is. */
export function image(engine: string, name: string): Launch {
  const options = ['--rm', '--network', 'host', '--env', 'INTERCOM_BASE_URL'];
  const prefix = (folder: string) => [engine, 'run', ...options, '--volume', `${folder}:${DATA}:ro`, name];
  return (command, files) => launch({ prefix, seen: () => DATA }, command, files);
}

/** A command that takes longer is ended, in milliseconds. */
const LONGEST_MS = 120_000;

async function launch(place: Place, command: Command, files: Files = {}): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'acceptance-'));
  try {
    // Inside a container another user reads these files.
    await chmod(folder, 0o755);
    const args: string[] = [command];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
      args.push(`--${name}`, join(place.seen(folder), `${name}.json`));
    }
    return await run([...place.prefix(folder), ...args]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run([program = '', ...args]: readonly string[]): Promise<Answer> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS, killSignal: 'SIGKILL' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  return { messages: lines.flatMap(messageOf), lines, stderr, exitCode: await ended };
}

/** A line that is no message is passed over, as the platform does. */
function messageOf(line: string): readonly Message[] {
  try {
    return [JSON.parse(line) as Message];
  } catch {
    return [];
  }
}
