/** Builds and runs images: with docker if it answers, otherwise with the given script, otherwise with podman. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Engine {
  readonly name: string;
  /** Builds the Dockerfile of a folder. If this fails, throws an error with the end of the output. */
  readonly build: (folder: string, tag: string) => void;
  /** Starts a container without stdin. The engine removes the container at its end. */
  readonly start: (args: readonly string[]) => ChildProcess;
  /** Runs a container to its end. */
  readonly run: (args: readonly string[]) => Promise<Ran>;
  /** Runs any other command of the engine. Throws if the command fails. */
  readonly command: (...args: readonly string[]) => string;
}

/** `script`: a script with the commands `setup`, `build FOLDER TAG` and `env`. If no engine answers, throws an error. */
export function findEngine(script: string | undefined): Engine {
  const answers = (name: string) => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0;
  // A podman from the script also answers, but cannot build from a registry, so the script has priority.
  const found = ['docker', ...(script === undefined ? ['podman'] : [])].find(answers);
  if (found) return engineOf(found, process.env, (folder, tag) => execute(found, ['build', '-t', tag, folder]));
  if (script === undefined) {
    throw new Error(
      'No container engine answers: start docker or podman, or pass a script that builds without an engine.',
    );
  }
  execute('bash', [script, 'setup']);
  const shell = `. <(bash "$0" env); env -0`;
  const lines = execute('bash', ['-c', shell, script]).split('\0');
  const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return engineOf('podman', env, (folder, tag) => execute('bash', [script, 'build', folder, tag]));
}

function engineOf(name: string, env: NodeJS.ProcessEnv, build: Engine['build']): Engine {
  const start: Engine['start'] = (args) =>
    spawn(name, ['run', '--rm', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    name,
    build,
    start,
    async run(args) {
      const child = start(args);
      const output = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream]?.setEncoding('utf8').on('data', (text: string) => {
          output[stream] += text;
        });
      }
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, ...output };
    },
    command: (...args) => execute(name, args, env),
  };
}

function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args[0]} ended with ${status}: ${`${stdout}\n${stderr}`.trim().slice(-2000)}`);
}
