/** Compares the views over loaded tables with the rows that Fivetran's tables would have: columns, types, rows and values. */
import { isDeepStrictEqual } from 'node:util';
import type { Check } from '../../tests/harness/suite.ts';
import { keyOf } from '../../tests/harness/truth.ts';
import type { Table, Tables } from '../pyairbyte/table.ts';
import { type ExpectedTable, expectedTables } from './expected.ts';
import { kindOf, TYPES } from './kinds.ts';

/** When a loader wrote the row, in a type of the loader's choice. */
const SYNCED = '_fivetran_synced';

export interface Views {
  /** Their name in a check. */
  readonly which: string;
  /** The address of the sandbox. */
  readonly url: string;
  /** The tables that the loader made. */
  readonly tables: Tables;
  readonly views: Tables;
  /** Whether the optional stream article_statistics is loaded. */
  readonly statistics: boolean;
}

export async function judgeViews({ which, url, tables, views, statistics }: Views, check: Check): Promise<void> {
  const expected = (await expectedTables(url)).map((table) => (statistics ? table : withoutStatistics(table)));
  const wrong = expected.flatMap((table) => {
    const view = views.get(table.name);
    const found = view ? differences(table, view) : ['no view'];
    return found.map((what) => `${table.name}: ${what}`);
  });
  const rows = sum(expected.map((table) => table.rows.length));
  const values = sum(expected.map((table) => table.rows.length * table.columns.length));
  const details = wrong.length > 0 ? [`: ${wrong.length} differences`, ...wrong.slice(0, 10)].join('\n        ') : '';
  check(
    wrong.length === 0 && views.size === expected.length,
    `${which}: ${rows} rows with ${values} values in ${views.size} views equal the truth${details}`,
  );
  const leftOut = (isPair: boolean) => {
    const some = expected.filter(({ key }) => key.length > 1 === isPair);
    return sum(some.map(({ stream, rows }) => (tables.get(stream)?.rows.length ?? 0) - rows.length));
  };
  const [records, pairs] = [leftOut(false), leftOut(true)];
  check(
    records > 0 && pairs > 0,
    `${which}: ${records} rows about deleted records and ${pairs} pairs that no longer hold stand in the tables only`,
  );
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function withoutStatistics(table: ExpectedTable): ExpectedTable {
  return { ...table, columns: table.columns.filter((column) => !column.startsWith('statistics_')) };
}

function differences({ key, columns, rows }: ExpectedTable, view: Table): readonly string[] {
  const [needed, has] = [[...columns, SYNCED], Object.keys(view.columns)].map((names) => names.sort().join());
  if (needed !== has) return [`has the columns ${has}, not ${needed}`];
  const types = columns.map((column): [string, string] => [column, view.columns[column] ?? '']);
  const wrong = types.flatMap(([column, type]) =>
    TYPES[kindOf(column)].includes(type) ? [] : [`${column} is ${type}, not ${kindOf(column)}`],
  );
  const found = new Map(view.rows.map((row) => [keyOf(row, key), row]));
  if (found.size < view.rows.length) wrong.push(`${view.rows.length - found.size} rows repeat a key`);
  for (const row of rows) {
    const id = keyOf(row, key);
    const other = found.get(id);
    found.delete(id);
    if (!other) wrong.push(`${id} is missing`);
    else if (!other[SYNCED]) wrong.push(`${id} has no ${SYNCED}`);
    for (const column of other ? columns : []) {
      const value = plain(column, other?.[column]);
      if (isDeepStrictEqual(value, row[column])) continue;
      wrong.push(`${id}: ${column} is ${JSON.stringify(value)}, not ${JSON.stringify(row[column])}`.slice(0, 200));
    }
  }
  return [...wrong, ...[...found.keys()].map((id) => `${id} does not exist`)];
}

/** Times as epoch seconds. */
function plain(column: string, value: unknown = null): unknown {
  return kindOf(column) === 'time' && typeof value === 'string' ? Date.parse(`${value}Z`) / 1000 : value;
}
