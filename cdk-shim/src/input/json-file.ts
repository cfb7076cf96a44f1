/** Reads a JSON file that the command line names. If this fails, the error is one sentence. */
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../contract.ts';
import { ConfigError } from '../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be read by this user',
  EISDIR: 'is a folder',
};

/**
 * Returns the content of the file at `path`, or undefined for an empty file. `what` names the file in messages, such as
 * "config file". Throws ConfigError if the file cannot be read or is not JSON. The error never quotes the file, which may hold secrets.
 */
export async function readJson(path: string, what: string): Promise<unknown> {
  const text = await readText(path, what);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /line \d+ column \d+/.exec(String(error))?.[0];
    throw new ConfigError(`The ${what} ${path} is not JSON${position ? ` (${position})` : ''}: correct it.`);
  }
}

async function readText(path: string, what: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').trim();
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    const reason = REASONS[code] ?? `cannot be read (${code})`;
    throw new ConfigError(`The ${what} ${path} ${reason}: check the path.`, { cause: error });
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
