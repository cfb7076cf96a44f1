/** Searches the output of a connector for the secrets of a config. */
import type { Answer } from './launch.ts';
import { entriesOf, isObject, type Json } from './schema-nodes.ts';

/** Returns a sentence for each secret of `config` in stdout or stderr. The sentence does not show the secret. */
export function secretsShown({ lines, stderr }: Answer, specification: Json, config: Json): readonly string[] {
  return secretsOf(specification, config).flatMap(([name, value]) => {
    const line = lines.findIndex((text) => text.includes(value));
    if (line >= 0) return [`line ${line + 1} of stdout shows ${name}`];
    return stderr.includes(value) ? [`stderr shows ${name}`] : [];
  });
}

function secretsOf({ properties }: Json, config: Json): readonly (readonly [string, string])[] {
  return entriesOf(properties).flatMap(([name, property]) => {
    const value = config[name];
    const secret = isObject(property) && property.airbyte_secret === true && typeof value === 'string' && value !== '';
    return secret ? [[name, JSON.stringify(value).slice(1, -1)] as const] : [];
  });
}
