/** The database that the argument --into names. */
import { ConfigError } from '../errors.ts';
import type { Database, DatabaseOptions } from './database.ts';

export interface Target extends DatabaseOptions {
  /** A path of a SQLite file, or an address that begins with postgres: or postgresql:. */
  readonly into: string;
  /** The schema of the tables in PostgreSQL. */
  readonly schema: string;
}

/** Loads only the driver that is needed. Throws ConfigError for an address of another kind. */
export async function databaseOf({ into, schema, keepDeleted }: Target): Promise<Database> {
  if (/^postgres(ql)?:/.test(into)) {
    const { postgresDatabase } = await import('./postgres.ts');
    return postgresDatabase({ url: into, schema, keepDeleted });
  }
  const [, scheme] = /^([a-z0-9+]+):\/\//i.exec(into) ?? [];
  if (scheme !== undefined) {
    throw new ConfigError(
      `--into names a database of the kind "${scheme}", which a sync cannot write into: give postgres://… or the path of a SQLite file.`,
    );
  }
  const { sqliteDatabase } = await import('./sqlite.ts');
  return sqliteDatabase(into, { keepDeleted });
}
