/** A folder for following docs/meltano.md, and a shell in this folder. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { guideBlocks } from '../../tests/docs/guide-blocks.ts';
import { MissingError } from '../python.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KILLED_TAP = fileURLToPath(new URL('killed-tap.ts', import.meta.url));

const TAP = join(ROOT, 'bin/tap-intercom');

/** A tap that is killed during the sync, but never during discovery. */
const TAP_SCRIPT = `#!/bin/sh
case "$KILL_AFTER $*" in
  " "* | *--discover*) exec '${TAP}' "$@" ;;
  *) exec '${process.execPath}' '${KILLED_TAP}' "$KILL_AFTER" '${TAP}' "$@" ;;
esac
`;

export interface ShellResult {
  readonly code: number;
  readonly output: string;
}

export interface Project {
  /** The guide's blocks of commands, in their order. */
  readonly blocks: readonly string[];
  /** Runs commands in the folder that the guide has reached. Kills each sync after `killAfter` lines, if given. */
  readonly shell: (commands: string, killAfter?: number) => Promise<ShellResult>;
}

/**
 * Writes the files of a checkout that the guide needs. `venvs`: the folder that keeps packages between runs of the suite.
 * `addresses`: the addresses in the guide, and their replacements. Throws MissingError if the loader cannot be installed.
 */
export async function layOut(folder: string, venvs: string, addresses: ReadonlyMap<string, string>): Promise<Project> {
  const system = join(venvs, 'meltano-project');
  await installLoader(folder, venvs, system);
  await cleanSystem(system);
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/tap-intercom'), TAP_SCRIPT);
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
    async shell(commands, killAfter) {
      const entered = existsSync(join(folder, 'intercom')) ? [...exports, 'cd intercom', commands] : [commands];
      const env = { MELTANO_SYS_DIR_ROOT: system, DO_NOT_TRACK: '1', KILL_AFTER: String(killAfter ?? '') };
      return run(entered.join('\n'), folder, { ...process.env, ...env });
    },
  };
}

/** Removes Meltano's states and logs from `folder`, and keeps its plugins. */
async function cleanSystem(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== 'loaders') await rm(join(folder, name), { recursive: true });
  }
}

/** Installs the packages of the guide once. */
async function installLoader(folder: string, venvs: string, system: string): Promise<void> {
  if (existsSync(join(system, 'loaders'))) return;
  const project = join(folder, 'installed');
  await mkdir(project);
  await copyFile(join(ROOT, 'deploy/meltano/meltano.yml'), join(project, 'meltano.yml'));
  const env = { ...process.env, MELTANO_SYS_DIR_ROOT: system, DO_NOT_TRACK: '1' };
  const { code, output } = await run(`'${join(venvs, 'meltano/bin/meltano')}' install`, project, env);
  if (code === 0) return;
  await rm(system, { recursive: true, force: true });
  const sentence = 'Meltano cannot install its loader: pip needs a network, or an index of Python packages.';
  throw new MissingError(`${sentence}\n${output.slice(-1000)}`);
}

async function run(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<ShellResult> {
  const options = { cwd, env, maxBuffer: 2 ** 28 };
  return promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], options).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { readonly code?: number; readonly stdout?: string; readonly stderr?: string }) => ({
      code: error.code ?? 1,
      output: `${error.stdout}${error.stderr ?? error}`,
    }),
  );
}
