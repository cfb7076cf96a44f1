/** Writes JSON files whose paths come from the command line. */
import { access, constants, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../errors.ts';

/** `what` names the file in messages. Throws ConfigError if the file cannot be written. */
export async function writeJson(path: string, what: string, content: unknown): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // Whoever reads the file sees the old content or the new content, and never a part.
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw cannotBeWritten(path, what, error);
  }
}

/** Throws ConfigError if a file at `path` could not be written: before a sync of hours, and not after it. */
export async function proveWritable(path: string, what: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
    await access(path, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  } catch (error) {
    throw cannotBeWritten(path, what, error);
  }
}

function cannotBeWritten(path: string, what: string, error: unknown): ConfigError {
  const { code } = error as NodeJS.ErrnoException;
  return new ConfigError(`The ${what} ${path} cannot be written (${code}): check the path.`, { cause: error });
}
