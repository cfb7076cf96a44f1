/** Writes a JSON file whose path comes from the command line. */
import { writeFile } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** `what` names the file in messages. Throws ConfigError if the file cannot be written. */
export async function writeJson(path: string, what: string, content: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`The ${what} ${path} cannot be written (${code}): check the path.`, { cause: error });
  }
}
