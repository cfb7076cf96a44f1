/** Python environments of pinned packages, created once and kept under .venvs/ until the pins change. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The oldest version of Python that the packages support. */
const OLDEST = [3, 10] as const;

/** A program is missing on this machine. The message names the program and its source. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

/** Returns the folder with the programs of the packages in the file `requirements`. Throws MissingError. */
export async function environment(folder: string, requirements: string): Promise<string> {
  const pins = await readFile(requirements, 'utf8');
  const stamp = join(folder, 'pins.txt');
  const programs = join(folder, 'bin');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === pins) return programs;
  await checkPython();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await attempt(
    ['python3', '-m', 'venv', folder],
    'Python cannot make a virtual environment: install its module venv, on Debian the package python3-venv.',
  );
  await attempt(
    [join(programs, 'pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    'The pinned packages cannot be installed: pip needs a network, or an index of Python packages.',
  );
  await writeFile(stamp, pins);
  return programs;
}

async function checkPython(): Promise<void> {
  const needed = `Python ${OLDEST.join('.')} or newer is needed as python3`;
  const script = 'import sys; print(*sys.version_info[:2])';
  const { stdout } = await execute('python3', ['-c', script]).catch(() => {
    throw new MissingError(`${needed}, but is missing: install it.`);
  });
  const [major = 0, minor = 0] = stdout.trim().split(' ').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new MissingError(`${needed}, but python3 is ${major}.${minor}: install a newer version.`);
}

async function attempt([program = '', ...args]: readonly string[], sentence: string): Promise<void> {
  await execute(program, args).catch((error: { readonly stderr?: string }) => {
    throw new MissingError(`${sentence}\n${String(error.stderr ?? error).slice(-1000)}`);
  });
}
