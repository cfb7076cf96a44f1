/** The form in which PyAirbyte's DuckDB cache stores rows. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Warehouse } from './judge.ts';
import { parseTables, type Tables } from './table.ts';

const SCRIPT = fileURLToPath(new URL('tables.py', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DECIMAL(38,9)',
  boolean: 'BOOLEAN',
  object: 'JSON',
  array: 'JSON',
};

/** The cache stores a column of several types as text. */
export const duckdb: Warehouse = {
  typeOf: (_column, types, { format }) => {
    if (format === 'date-time') return 'TIMESTAMP WITH TIME ZONE';
    return types.length === 1 ? (TYPES[types[0] ?? ''] ?? 'VARCHAR') : 'VARCHAR';
  },
  plain: (_column, types, value) => (types.length === 1 || value === null ? value : String(value)),
};

/** Returns all tables, or views, in a schema of the cache in a folder. `programs`: the folder with PyAirbyte's programs. */
export async function readCache(programs: string, folder: string, schema = 'main'): Promise<Tables> {
  const file = join(folder, '.cache/default_cache/default_cache.duckdb');
  const { stdout } = await promisify(execFile)(join(programs, 'python'), [SCRIPT, file, schema], {
    maxBuffer: 2 ** 30,
  });
  return parseTables(stdout);
}
