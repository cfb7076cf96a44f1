/** Keeps secrets out of logs and messages: finds them in a config, and covers them in text. */
import { isObject } from './json-file.ts';

/** The values of `config` whose fields `schema` marks with airbyte_secret, wherever they lie. */
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

/** Returns a function that covers every one of `secrets` in a text: as it is, inside JSON and inside a URL. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  // Blanks around a secret are no part of it: a program that trims it would show the rest.
  const trimmed = secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
  const forms = new Set(trimmed.flatMap(formsOf));
  // The longest first, so that a secret within another one does not leave the rest of it in sight.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((covered, form) => covered.replaceAll(form, '****'), text);
}

function formsOf(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(Buffer.from(secret).toString()), form];
}
