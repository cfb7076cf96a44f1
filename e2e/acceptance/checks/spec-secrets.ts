/** SPEC, secrets: secret fields are marked, and signing in leads to existing fields. */
import type { Check } from '../check.ts';
import {
  entriesOf,
  fieldAt,
  isObject,
  type Json,
  list,
  type SchemaNode,
  schemaNodes,
  typesOf,
  wrongNodes,
} from '../schema-nodes.ts';
import { connectionOf, type Subject } from '../subject.ts';

const SECRET_NAMES = new Set([
  ...['client_token', 'access_token', 'api_token', 'token', 'secret', 'client_secret', 'password', 'key'],
  ...['service_account', 'service_account_info', 'tenant_id', 'certificate', 'jwt', 'credentials', 'app_id', 'appid'],
  'refresh_token',
]);

export const specSecrets: readonly Check[] = [
  {
    name: 'secrets are marked, and nothing else',
    problems: async (subject) => {
      const connection = await connectionOf(subject);
      return [
        ...wrongNodes(connection, 'looks like a secret, but is not marked', isUnmarked),
        ...wrongNodes(connection, 'is marked, but cannot hold a secret', isMarkedWrongly),
      ];
    },
  },
  { name: 'signing in leads to existing fields', problems: missingPaths },
  { name: 'signing in is the first choice', problems: notFirst },
];

function holdsSecret(schema: Json): boolean {
  const holds = typesOf(schema).some((type) => type === 'string' || type === 'integer' || type === 'number');
  return holds && !('const' in schema);
}

function isUnmarked({ schema, property = '' }: SchemaNode): boolean {
  return SECRET_NAMES.has(property) && holdsSecret(schema) && schema.airbyte_secret !== true;
}

function isMarkedWrongly({ schema }: SchemaNode): boolean {
  return schema.airbyte_secret === true && !holdsSecret(schema);
}

async function signIn(subject: Subject): Promise<Json> {
  const { advanced_auth } = await subject.spec();
  return isObject(advanced_auth) ? advanced_auth : {};
}

/** Finds paths of `advanced_auth` that are not in the config. */
async function missingPaths(subject: Subject): Promise<readonly string[]> {
  const { predicate_key, oauth_config_specification } = await signIn(subject);
  const connection = await connectionOf(subject);
  const specification = entriesOf(oauth_config_specification).flatMap(([, part]) => [...schemaNodes(part)]);
  const named = specification.flatMap(({ schema }) =>
    'path_in_connector_config' in schema ? [schema.path_in_connector_config] : [],
  );
  return [...(predicate_key === undefined ? [] : [predicate_key]), ...named]
    .map((path) => list(path).map(String))
    .filter((path) => path.length === 0 || !fieldExists(connection, path))
    .map((path) => `advanced_auth leads to ${path.join('.') || 'nothing'}, which the config does not have`);
}

/** Returns whether the schema, or a variant of a choice in it, has the field. */
function fieldExists(schema: unknown, path: readonly string[]): boolean {
  if (!isObject(schema)) return false;
  const [name = '', ...rest] = path;
  const field = fieldAt(schema, [name]);
  if (field && (rest.length === 0 || fieldExists(field, rest))) return true;
  return list(schema.oneOf).some((variant) => fieldExists(variant, path));
}

async function notFirst(subject: Subject): Promise<readonly string[]> {
  const { predicate_key, predicate_value } = await signIn(subject);
  const path = list(predicate_key).map(String);
  const [last = ''] = path.slice(-1);
  if (path.length === 0) return [];
  const [first] = list(fieldAt(await connectionOf(subject), path.slice(0, -1))?.oneOf);
  const { const: constant, enum: values } = fieldAt(first, [last]) ?? {};
  return (constant ?? list(values)[0]) === predicate_value
    ? []
    : [`the first choice is not ${String(predicate_value)}`];
}
