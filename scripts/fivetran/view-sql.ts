/** Writes a view in the SQL of a warehouse. */
import type { Place, Value } from './values.ts';
import { column, nameOf } from './values.ts';
import type { Join, View } from './views.ts';

/** The schema of our tables, and the schema of the views. */
export const SCHEMAS = { tables: 'intercom', views: 'fivetran_intercom' };

/** Whether our table has a column, by its schema. */
export type HasColumn = (table: string, column: string) => boolean;

export function viewSql(view: View, where: Omit<Place, 'table'>, has: HasColumn): string {
  const place = { ...where, table: view.table };
  const { loader } = where;
  const exists = (table: string, name: string) =>
    loader.marksEveryTable || has(table, loader.deleted) ? [`${name}.${loader.deleted} is null`] : [];
  const join = ({ table, alias, left, on }: Join) => {
    const name = alias ?? table;
    const equal = Object.entries(on).map(([ours, theirs]) => `${name}.${ours} = ${theirs}`);
    const source = `${SCHEMAS.tables}.${table}${alias ? ` as ${alias}` : ''}`;
    const conditions = [...equal, ...exists(table, name)].join('\n  and ');
    return `${left ? 'left join' : 'join'} ${source}\n  on ${conditions}`;
  };
  const columns = { ...view.columns, _fivetran_synced: column(loader.synced) };
  return [
    `create or replace view ${SCHEMAS.views}.${view.name} as`,
    'select',
    Object.entries(columns)
      .map(([name, value]) => `  ${named(name, value, place)}`)
      .join(',\n'),
    `from ${SCHEMAS.tables}.${view.table}`,
    ...(view.joins ?? []).map(join),
    ...exists(view.table, view.table).map((condition) => `where ${condition}`),
  ].join('\n');
}

function named(name: string, value: Value, place: Place): string {
  const sql = value(place);
  return sql === column(name)(place) ? sql : `${sql} as ${nameOf(name, place.warehouse)}`;
}
