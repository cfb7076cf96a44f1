/** Singer's own programs that check a tap: each tests an executable and reports whether it passes. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Verdict {
  readonly passed: boolean;
  /** The counts of the program, or its error message. */
  readonly summary: string;
}

/** Checks the executable at `tap` with the config at `config`. */
export type Checker = (tap: string, config: string) => Promise<Verdict>;

const TESTS = fileURLToPath(new URL('test_tap.py', import.meta.url));

/** The longest time of a run, in milliseconds: a tap waits for ever if its checker stops reading. */
const LONGEST_MS = 60_000;

/** Returns singer-check-tap: a run without state, and a run with the state of the first run. `folder`: a folder for its files. */
export function checkTap(programs: string, folder: string): Checker {
  return async (tap, config) => {
    const args = ['--tap', await patient(tap, folder), '--config', config];
    const { code, output } = await run(join(programs, 'singer-check-tap'), args, { cwd: folder });
    const counts = [...output.matchAll(/(\d+) (schema|record|state) messages/g)].map(([text]) => text);
    return { passed: code === 0, summary: code === 0 ? counts.join(', ') : lastLine(output) };
  };
}

/** Returns one class of test_tap.py: the tap tests of singer-sdk, or our additional tests. */
export function sdkTests(programs: string, folder: string, name: 'TestSdk' | 'TestBeside'): Checker {
  return async (tap, config) => {
    const args = [
      '-m',
      'pytest',
      '-q',
      '--tb=line',
      '-p',
      'no:cacheprovider',
      '--rootdir',
      folder,
      `${TESTS}::${name}`,
    ];
    const env = { TAP: tap, CONFIG: config, PYTHONDONTWRITEBYTECODE: '1' };
    const { code, output } = await run(join(programs, 'python'), args, { cwd: folder, env });
    return { passed: code === 0, summary: lastLine(output) };
  };
}

/**
 * Writes a tap that waits between its last line and its end. singer-check-tap stops reading when the tap ends, so without the
 * pause it may find nothing.
 */
async function patient(tap: string, folder: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'patient-')), 'tap');
  await writeFile(path, `#!/bin/sh\n'${tap}' "$@"\ncode=$?\nexec 1>&-\nsleep 2\nexit $code\n`);
  await chmod(path, 0o755);
  return path;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a separate process group, the tap can be killed together with the checker.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), LONGEST_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
