/** Intercom's OpenAPI file as JSON schemas: which shape an answer must have, and which fields its examples show. */
import Ajv, { type ValidateFunction } from 'ajv';
import { type Json, sharedYaml } from './shared-file.ts';

export interface Operation {
  readonly valid: ValidateFunction;
  /** Bodies that the file shows for a 200. */
  readonly examples: readonly unknown[];
}

export interface OpenApi {
  /** The operation of a path in the file's own spelling; undefined where the file has none. */
  readonly operation: (method: string, path: string) => Operation | undefined;
}

export function readOpenApi(): OpenApi {
  const file = sharedYaml('openapi/intercom-2.16.yaml');
  const ajv = new Ajv.default({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'openapi', components: convert(file.components) } as Json);
  const paths = file.paths as Record<string, Record<string, Json>>;
  return {
    operation(method, path) {
      const spelled = Object.keys(paths).find((candidate) => withoutNames(candidate) === withoutNames(path));
      const operation = spelled === undefined ? undefined : paths[spelled]?.[method.toLowerCase()];
      const responses = operation?.responses as Record<string, { content?: Record<string, Json> }> | undefined;
      const content = responses?.['200']?.content?.['application/json'];
      if (!content?.schema) return undefined;
      const examples = Object.values((content.examples ?? {}) as Record<string, { value: unknown }>);
      return { valid: ajv.compile(convert(content.schema) as Json), examples: examples.map(({ value }) => value) };
    },
  };
}

/** Ids in a path have different names in different places. */
function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says the type null; references move into the one document. */
function convert(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(convert);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example: _, examples: __, ...rest } = schema as Json;
  const converted: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, convert(value)]));
  if (typeof converted.$ref === 'string') converted.$ref = converted.$ref.replace('#/', 'openapi#/');
  if (nullable !== true) return converted;
  if (typeof converted.type !== 'string') return { anyOf: [converted, { type: 'null' }] };
  const values = Array.isArray(converted.enum) ? { enum: [...converted.enum, null] } : {};
  return { ...converted, ...values, type: [converted.type, 'null'] };
}

/** Every path of fields in a value, such as `data.*.id`; items of lists are one place. */
export function fieldsOf(value: unknown, path = ''): Set<string> {
  const fields = new Set<string>();
  const children: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item) => ['*', item] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  for (const [name, child] of children) {
    const place = path ? `${path}.${name}` : name;
    fields.add(place);
    for (const field of fieldsOf(child, place)) fields.add(field);
  }
  return fields;
}
