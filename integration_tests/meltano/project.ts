/** The folder in which docs/meltano.md is followed, and a shell in it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { guideBlocks } from '../pyairbyte/guide-blocks.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KILLED_TAP = fileURLToPath(new URL('killed-tap.ts', import.meta.url));

export interface Said {
  readonly code: number;
  readonly output: string;
}

export interface Project {
  /** The guide's blocks of commands, in their order. */
  readonly blocks: readonly string[];
  /** Runs commands where the guide's reader would be by then. */
  shell(commands: string, env?: Readonly<Record<string, string>>): Promise<Said>;
  /** Lets the next sync be killed after so many lines. */
  killAfter(lines: number): Promise<void>;
}

/**
 * Lays out what the guide finds in a checkout. `venvs`: where packages are kept from one run of the suite to the next.
 * `addresses`: what stands in the guide, and what is meant here.
 */
export async function layOut(folder: string, venvs: string, addresses: ReadonlyMap<string, string>): Promise<Project> {
  const system = await cleanSystem(join(venvs, 'meltano-project'));
  const killed = join(folder, 'kill-after');
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/tap-intercom'), tapScript(killed));
  await chmod(join(folder, 'bin/tap-intercom'), 0o755);
  await symlink(join(ROOT, 'deploy'), join(folder, 'deploy'));
  await symlink(join(venvs, 'meltano'), join(folder, 'venv'));
  const blocks = (await guideBlocks('meltano.md', 'sh')).map((block) =>
    [...addresses].reduce((text, [from, to]) => text.replaceAll(from, to), block),
  );
  const first = blocks.find((block) => block.includes('cd intercom')) ?? '';
  const exports = first.split('\n').filter((line) => line.startsWith('export '));
  return {
    blocks,
    async shell(commands, env = {}) {
      const entered = existsSync(join(folder, 'intercom')) ? [...exports, 'cd intercom', commands] : [commands];
      return run(entered.join('\n'), folder, {
        ...process.env,
        MELTANO_SYS_DIR_ROOT: system,
        DO_NOT_TRACK: '1',
        ...env,
      });
    },
    killAfter: (lines) => writeFile(killed, String(lines)),
  };
}

/** Discovery is left alone: it is the sync that is to break off. */
function tapScript(killed: string): string {
  const tap = join(ROOT, 'bin/tap-intercom');
  return `#!/bin/sh
case "$*" in
  *--discover*) ;;
  *) if [ -e '${killed}' ]; then
    lines=$(cat '${killed}')
    rm '${killed}'
    exec '${process.execPath}' '${KILLED_TAP}' "$lines" '${tap}' "$@"
  fi ;;
esac
exec '${tap}' "$@"
`;
}

/** Where Meltano keeps states, logs and plugins: only the plugins stay. */
async function cleanSystem(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name !== 'loaders') await rm(join(folder, name), { recursive: true });
  }
  return folder;
}

async function run(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Said> {
  const options = { cwd, env, maxBuffer: 2 ** 28 };
  return promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], options).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { readonly code?: number; readonly stdout?: string; readonly stderr?: string }) => ({
      code: error.code ?? 1,
      output: `${error.stdout}${error.stderr ?? error}`,
    }),
  );
}
