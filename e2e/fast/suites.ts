/** Airbyte's standard tests as programs: each tests an executable or an image and reports the failed tests. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Verdict {
  readonly passed: boolean;
  /** The names of the tests that failed, each once, in alphabetical order. */
  readonly failed: readonly string[];
  /** The output of pytest. */
  readonly output: string;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Runs the source tests with an executable. `command`: the shell command that starts it. `programs`: the folder of Python. */
export function overExecutable(programs: string, command: string): Promise<Verdict> {
  return pytest(programs, ['test_executable.py'], { COMMAND: command });
}

/** Runs the image tests with an image. `docker`: the folder of the program `docker` that the tests call. */
export function overImage(programs: string, image: string, docker: string): Promise<Verdict> {
  const args = ['test_image.py', `--connector-image=${image}`, '--read-from-streams=all'];
  return pytest(programs, args, { PATH: `${docker}:${process.env.PATH}` });
}

/** The longest time of a run, in milliseconds. A run that needs longer is killed. */
const LONGEST_MS = 150_000;

function pytest(programs: string, [file = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<Verdict> {
  const options = ['-q', '--tb=short', '-rf', '--rootdir', HERE, '-c', join(HERE, 'pytest.ini'), join(HERE, file)];
  const program = join(programs, 'python');
  const settings = {
    env: { ...process.env, ...env, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 2 ** 28,
    timeout: LONGEST_MS,
  };
  return new Promise((resolve) => {
    execFile(program, ['-m', 'pytest', ...options, ...args], settings, (error, stdout, stderr) => {
      const names = [...stdout.matchAll(/^FAILED .*?::(test_\w+)/gm)].map(([, name = '']) => name);
      resolve({ passed: error === null, failed: [...new Set(names)].sort(), output: `${stdout}${stderr}` });
    });
  });
}
