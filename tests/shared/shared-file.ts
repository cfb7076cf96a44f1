/** The files with which the project is compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A YAML file below the folder that `npm run test:shared` was given. */
export function sharedYaml(path: string): Json {
  const folder = process.env.SHARED_FOLDER;
  if (!folder) throw new Error('These tests are started by npm run test:shared -- FOLDER');
  return parse(readFileSync(join(folder, path), 'utf8'));
}

export type Json = { [key: string]: unknown };
