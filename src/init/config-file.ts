/** Writes the config where no one else may read it: whole or not at all. */
import { constants } from 'node:fs';
import { access, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';
import type { Prompter } from './prompter.ts';

/**
 * Returns whether the file at `path` may be replaced. Throws ConfigError where it exists and may not be, or cannot be
 * written: before a person signs in for nothing.
 */
export async function mayReplace(path: string, force: boolean, prompter: Prompter | undefined): Promise<boolean> {
  await access(dirname(path), constants.W_OK).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  if (force || !(await exists(path))) return force;
  if (await prompter?.confirm(`${path} exists. Replace it?`)) return true;
  throw taken(path);
}

export async function writeConfig(path: string, config: JsonObject, replace: boolean): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await write(draft, `${JSON.stringify(config, null, 2)}\n`);
    // The file may have been made in the meantime: an empty one of our own holds the place.
    if (!replace) await (await open(path, 'wx', 0o600)).close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(path) : unwritable(path, error);
  }
}

async function write(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A link that leads nowhere exists too. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

const taken = (path: string) =>
  new ConfigError(`${path} exists, and was not touched: name another file with --config, or replace it with --force.`);

function unwritable(path: string, error: unknown): ConfigError {
  const { code } = error as NodeJS.ErrnoException;
  return new ConfigError(`${path} cannot be written (${code}): name a file in a folder of yours with --config.`);
}
