/** A program of a pinned Python package, whose calls go to the sandbox in place of Intercom. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../../e2e/python.ts';
import { ROOT } from '../harness/sandbox.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** `name`: of the virtual environment, and of the requirements beside this file. */
export async function pythonProgram(name: string, program: string, url: string) {
  const programs = await environment(join(ROOT, '.venvs/peers', name), join(HERE, `requirements-${name}.txt`));
  return { command: join(programs, program), env: { PYTHONPATH: HERE, INTERCOM_BASE_URL: url } };
}
