/** Finds what runs containers on this machine: docker, podman, or the tool that a script sets up. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Something that has to be on the machine is not; the message says what to do. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

/**
 * The engine that has the image `name`. `script`, where one is given, prints with `env` what podman needs to know on a
 * machine without an engine of its own; that goes into this process's environment. Throws MissingError.
 */
export async function engineWith(name: string, script: string | undefined): Promise<string> {
  if (script !== undefined) await takeEnvironment(script);
  for (const engine of ['docker', 'podman']) {
    if (!(await succeeds(engine, ['info']))) continue;
    if (await succeeds(engine, ['image', 'inspect', name])) return engine;
    throw new MissingError(`${engine} has no image ${name}: build it with "bash integration_tests/image.sh".`);
  }
  throw new MissingError(
    'No container engine answers: start docker or podman, or name a script that sets one up with --oci.',
  );
}

async function takeEnvironment(script: string): Promise<void> {
  const { stdout } = await execute('bash', [script, 'env']).catch((error: unknown) => {
    throw new MissingError(`The script ${script} does not say its environment: ${String(error)}`);
  });
  for (const [, name = '', value = ''] of stdout.matchAll(/(\w+)=(\S+)/g)) process.env[name] = value;
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return execute(program, args).then(
    () => true,
    () => false,
  );
}
