/** Finds the secrets in a config, and covers them in logs and messages. */
import { isObject } from './json-file.ts';

/** Returns the values of all fields, at any depth of `config`, that `schema` marks with airbyte_secret. */
export function secretsIn(schema: unknown, config: unknown): string[] {
  if (!isObject(schema)) return [];
  if (schema.airbyte_secret === true) return textsIn(config);
  const { properties, items, oneOf, anyOf } = schema;
  const variants = [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...variants.flatMap((variant) => secretsIn(variant, config)),
    ...(Array.isArray(config) ? config.flatMap((item) => secretsIn(items, item)) : []),
    ...(isObject(properties) && isObject(config)
      ? Object.entries(properties).flatMap(([name, property]) => secretsIn(property, config[name]))
      : []),
  ];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined || value === null ? [] : [String(value)];
}

/** Returns a function that covers all `secrets` in a text: in plain text, inside JSON and inside a URL. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  // A program may trim a secret before it shows it, so the text to cover is the trimmed secret.
  const trimmed = secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
  const forms = new Set(trimmed.flatMap(formsOf));
  // A secret may contain a shorter secret. Covering the shorter one first would leave the rest of the longer one visible.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((covered, form) => covered.replaceAll(form, '****'), text);
}

function formsOf(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(Buffer.from(secret).toString()), form];
}
