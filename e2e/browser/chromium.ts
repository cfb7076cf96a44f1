/** Finds a Chromium on this machine, or installs Debian's. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { MissingError } from '../python.ts';

const execute = promisify(execFile);

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const find = () => PLACES.find(existsSync);

/** Returns the path of the program. Throws MissingError if it is missing and cannot be installed. */
export async function chromiumPath(): Promise<string> {
  return find() ?? (await install());
}

async function install(): Promise<string> {
  const sentence = 'Chromium is missing: install it, on Debian the package chromium.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new MissingError(sentence);
  console.log('Chromium is missing: installing it with apt-get');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '-q'], { env });
    await execute('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'], { env, maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new MissingError(`${sentence}\n${String(error).slice(-1000)}`);
  }
  const found = find();
  if (!found) throw new MissingError(sentence);
  return found;
}
