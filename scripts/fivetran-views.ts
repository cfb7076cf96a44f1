/**
 * Writes the views of deploy/sql/, and their table in docs/migrating.md, from scripts/fivetran/views.ts.
 * `node scripts/fivetran-views.ts`; with `--check` it only says whether all are current, and ends with exit code 1 when not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSchema } from '../src/schemas/read-schema.ts';
import { streams } from '../src/streams/index.ts';
import { type Loader, loaders, type Warehouse } from './fivetran/dialects.ts';
import { SCHEMAS, viewSql } from './fivetran/view-sql.ts';
import { type View, views } from './fivetran/views.ts';

const root = new URL('..', import.meta.url);

const columnsOf = new Map(
  streams.map((stream) => [stream.name, Object.keys(readSchema(stream, root).properties ?? {})]),
);

function file(loader: Loader, warehouse: Warehouse): string {
  const head = [
    `-- Views with the names and columns of Fivetran's tables, over the tables of ${loader.made}.`,
    '-- Made by `npm run views`. How to use them: docs/migrating.md.',
    `create schema if not exists ${SCHEMAS.views}`,
  ].join('\n');
  const has = (table: string, column: string) => columnsOf.get(table)?.includes(column) ?? false;
  return [head, ...views.map((view) => viewSql(view, { warehouse, loader }, has))].map((sql) => `${sql};\n`).join('\n');
}

function table(): string {
  const rows = views.map((view) => `| \`${view.name}\` | ${tablesOf(view).join(', ')} | ${view.lacks ?? '–'} |`);
  return ['| view | streams | not there |', '|---|---|---|', ...rows].join('\n');
}

function tablesOf({ table, joins = [] }: View): string[] {
  const names = new Set([table, ...joins.map((join) => join.table)]);
  return [...names].map((name) => `[${name}](streams.md#${name})`);
}

const guide = readFileSync(new URL('docs/migrating.md', root), 'utf8');
const wanted = new Map([
  ...loaders.flatMap((loader) =>
    loader.warehouses.map(
      (warehouse) => [`deploy/sql/${loader.name}/${warehouse.name}.sql`, file(loader, warehouse)] as const,
    ),
  ),
  [
    'docs/migrating.md',
    guide.replace(/(<!-- views:.*-->\n)[\s\S]*(<!-- \/views -->)/, (_, open, close) => `${open}${table()}\n${close}`),
  ],
]);

for (const [name, text] of wanted) {
  const url = new URL(name, root);
  if (!process.argv.includes('--check')) {
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, text);
  } else if (!existsSync(url) || readFileSync(url, 'utf8') !== text) {
    console.error(`${fileURLToPath(url)} is not current: run \`npm run views\`.`);
    process.exitCode = 1;
  }
}
