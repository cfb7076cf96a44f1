/** Parses the files of deploy/sql/ in the dialects of their warehouses: also of those that a test cannot run. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loaders } from '../../scripts/fivetran/dialects.ts';
import { readSchema } from '../../src/schemas/read-schema.ts';
import { streams } from '../../src/streams/index.ts';
import type { Check } from '../../tests/harness/suite.ts';
import type { ExpectedTable } from './expected.ts';

const ROOT = new URL('../../', import.meta.url);
const SCRIPT = fileURLToPath(new URL('parse.py', import.meta.url));

/** Mistakes that the parser must find: what, a text of the files and its replacement. */
const MISTAKES: readonly (readonly [what: string, from: string, to: string])[] = [
  ['a column that does not exist', 'admins.job_title', 'admins.job_titel'],
  ['a table that does not exist', 'from intercom.teams', 'from intercom.team'],
  ['a missing comma', 'tags.name,', 'tags.name'],
  ['a bracket too many', 'as assignee_id', ') as assignee_id'],
];

interface Line {
  readonly view?: string;
  readonly columns?: readonly string[];
  readonly error?: string;
}

/** `programs`: the folder with the programs of sqlglot's environment. `folder`: a folder for files. */
export async function judgeFiles(
  programs: string,
  folder: string,
  expected: readonly ExpectedTable[],
  check: Check,
): Promise<void> {
  const tables = join(folder, 'tables.json');
  await writeFile(tables, JSON.stringify(loadedTables()));
  const parse = async (file: string): Promise<readonly Line[]> => {
    const { stdout } = await promisify(execFile)(join(programs, 'python'), [SCRIPT, tables, file]);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const wanted = signature(
    expected.map(({ name, columns }) => ({ view: name, columns: [...columns, '_fivetran_synced'] })),
  );
  for (const { name: loader, warehouses } of loaders) {
    for (const { name: warehouse } of warehouses) {
      const file = fileURLToPath(new URL(`deploy/sql/${loader}/${warehouse}.sql`, ROOT));
      const lines = await parse(file);
      const errors = lines.flatMap(({ error = [] }) => error).join();
      const right = signature(lines) === wanted;
      check(right, `${loader}/${warehouse}.sql: ${lines.length} views are parsed, and have every column${errors}`);
      await judgeMistakes(file, folder, parse, check);
    }
  }
}

async function judgeMistakes(
  file: string,
  folder: string,
  parse: (file: string) => Promise<readonly Line[]>,
  check: Check,
): Promise<void> {
  const copy = join(folder, basename(dirname(file)), basename(file));
  await mkdir(dirname(copy), { recursive: true });
  const text = await readFile(file, 'utf8');
  const missed: string[] = [];
  for (const [what, from, to] of MISTAKES) {
    await writeFile(copy, text.replace(from, to));
    const isFound = text.includes(from) && (await parse(copy)).some(({ error }) => error);
    if (!isFound) missed.push(what);
  }
  check(
    missed.length === 0,
    `${basename(dirname(file))}/${basename(file)}: the parser finds mistakes${missed.map((what) => `, but not ${what}`)}`,
  );
}

/** The columns of each table, by the kind of loader. */
function loadedTables() {
  return Object.fromEntries(
    loaders.map(({ name, synced, deleted, marksEveryTable }) => {
      const added = marksEveryTable ? [synced, deleted] : [synced];
      const columnsOf = streams.map((stream) => [stream.name, [...columnsIn(stream), ...added]]);
      return [name, Object.fromEntries(columnsOf)];
    }),
  );
}

function columnsIn(stream: (typeof streams)[number]): readonly string[] {
  const { properties = {} } = readSchema(stream, ROOT) as { readonly properties?: object };
  return Object.keys(properties);
}

const signature = (lines: readonly Line[]) =>
  lines
    .map(({ view = '', columns = [] }) => `${view}: ${[...columns].sort()}`)
    .sort()
    .join('\n');
