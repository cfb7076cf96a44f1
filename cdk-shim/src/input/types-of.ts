/** Reads the types of a JSON schema. */
import { isObject } from './json-file.ts';

/** The types that a schema allows, as a list. */
export function typesOf(schema: unknown): readonly unknown[] {
  return isObject(schema) && schema.type !== undefined ? [schema.type].flat() : [];
}
