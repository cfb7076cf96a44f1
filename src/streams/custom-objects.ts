/** The custom objects that a record is related to: a custom attribute lists them. */
import { type JsonObject, keyText, type Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import type { Parent } from '../scans/resource.ts';
import { childOf, idOf, type ParentRecord } from './child.ts';
import { objectsIn } from './objects-in.ts';
import type { IntercomSource } from './stream.ts';

interface Related extends ParentRecord {
  readonly custom_attributes?: object | null;
}

/** One row for each object, with the name of the attribute that lists it. */
export function customObjects<T extends Related, F>(parent: Parent<T, F>): IntercomSource {
  return childOf(parent, {
    rows: ({ custom_attributes }, run) =>
      Object.entries(custom_attributes ?? {}).flatMap(([attribute, value]) => rowsOf(attribute, value, run)),
    primaryKey: [idOf(parent), 'attribute', 'object_type', 'object_id'],
  });
}

/** Intercom documents the list both in an object that names the type, and by itself. Lists of anything else have no rows. */
function rowsOf(attribute: string, value: unknown, run: IntercomRun): readonly Row[] {
  if (typeof value !== 'object' || value === null) return [];
  const listed = (value as { readonly instances?: unknown }).instances;
  const instances = Array.isArray(value) ? value.filter(isInstance) : listed;
  const typeOfAll = textOf((value as { readonly type?: unknown }).type).replace(/\.list$/, '');
  return objectsIn<JsonObject>(instances, run, { name: `custom_attributes.${attribute}` }).map(
    ({ id, type, ...instance }) => ({
      attribute,
      object_type: textOf(type) || typeOfAll,
      object_id: keyText(id),
      ...instance,
    }),
  );
}

/** Any other list of an attribute holds texts or files. */
function isInstance(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'id' in entry && 'external_id' in entry;
}

function textOf(type: unknown): string {
  return typeof type === 'string' ? type : '';
}
