/** The columns that a Singer catalog selects, by the rules of Meltano's SDK: https://sdk.meltano.com/en/latest/implementation/catalog_metadata.html */

import type { JsonObject } from '../contract.ts';
import { isObject } from '../input/json-file.ts';

type Breadcrumb = readonly string[];

/** The metadata of one stream by breadcrumb: `[]` is the stream, `["properties", "a"]` its column a. */
export interface Selection {
  readonly metadata: (breadcrumb: Breadcrumb) => JsonObject;
  /**
   * Returns whether a stream or a column is selected. A column inside an unselected column is not selected. An automatic column
   * is selected, and an unsupported column is not. For other columns `selected` decides, then `selected-by-default`, then the
   * parent. A stream without metadata is selected with all columns.
   */
  readonly selects: (breadcrumb: Breadcrumb) => boolean;
}

/** `list`: the unchecked "metadata" of a catalog entry. */
export function selectionOf(list: unknown): Selection {
  const items = (Array.isArray(list) ? list : []).filter(isObject);
  const byBreadcrumb = new Map(
    items.map(({ breadcrumb, metadata }) => [JSON.stringify(breadcrumb), isObject(metadata) ? metadata : {}]),
  );
  const metadata = (breadcrumb: Breadcrumb) => byBreadcrumb.get(JSON.stringify(breadcrumb)) ?? {};
  const selects = (breadcrumb: Breadcrumb): boolean => {
    if (byBreadcrumb.size === 0) return true;
    const parentSelected = breadcrumb.length > 0 && selects(parentOf(breadcrumb));
    if (breadcrumb.length > 0 && !parentSelected) return false;
    const { inclusion, selected, 'selected-by-default': byDefault } = metadata(breadcrumb);
    if (inclusion === 'unsupported') return false;
    if (inclusion === 'automatic') return true;
    return truth(selected) ?? truth(byDefault) ?? parentSelected;
  };
  return { metadata, selects };
}

/** Removes the last step of a breadcrumb: `properties` with a name, or `items`. */
function parentOf(breadcrumb: Breadcrumb): Breadcrumb {
  return breadcrumb.slice(0, breadcrumb.at(-2) === 'properties' ? -2 : -1);
}

/** Reads a boolean, also as text: some programs write "true" and "false". */
function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** Returns `schema` with only the selected columns and the columns in `automatic`. */
export function selectedSchema(schema: JsonObject, selection: Selection, automatic: readonly string[]): JsonObject {
  const pruned = prune(schema, [], (breadcrumb) => {
    const [, name = ''] = breadcrumb;
    return (breadcrumb.length === 2 && automatic.includes(name)) || selection.selects(breadcrumb);
  });
  return pruned;
}

function prune(schema: JsonObject, at: Breadcrumb, selects: (breadcrumb: Breadcrumb) => boolean): JsonObject {
  const { properties, required, items } = schema;
  const kept = isObject(properties)
    ? Object.entries(properties).flatMap(([name, column]) => {
        const breadcrumb = [...at, 'properties', name];
        if (!selects(breadcrumb)) return [];
        return [[name, isObject(column) ? prune(column, breadcrumb, selects) : column] as const];
      })
    : undefined;
  const names = new Set(kept?.map(([name]) => name));
  return {
    ...schema,
    ...(kept ? { properties: Object.fromEntries(kept) } : {}),
    ...(kept && Array.isArray(required) ? { required: required.filter((name) => names.has(name)) } : {}),
    ...(isObject(items) ? { items: prune(items, [...at, 'items'], selects) } : {}),
  };
}
