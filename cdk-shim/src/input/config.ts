/** Reads the config file and checks it against the spec. */
import { Ajv, type ErrorObject } from 'ajv';
import type { JsonObject } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import { isObject, readJson } from './json-file.ts';
import { createRedactor, secretsIn } from './secrets.ts';

export interface Config {
  /** The values that fit the spec, with the spec's defaults where a field is missing. */
  readonly values: JsonObject;
  /** The secret values, which no log may show. */
  readonly secrets: readonly string[];
  /** Names of fields that the spec does not have. */
  readonly unknown: readonly string[];
}

/**
 * The config at `path`, for a ConnectorSpecification `spec`. Throws ConfigError, one sentence about everything that is
 * wrong; it names fields, and shows short values unless they are secret.
 */
export async function readConfig(path: string, spec: JsonObject): Promise<Config> {
  return configOf(await readConfigFile(path), spec);
}

/** The fields in the config file at `path`, whatever they are. Throws ConfigError where it holds none. */
export async function readConfigFile(path: string): Promise<JsonObject> {
  const content = await readJson(path, 'config file');
  if (isObject(content)) return content;
  throw new ConfigError(`The config file ${path} holds no JSON object: give one with the fields.`);
}

/** Checks fields against `spec`. Null counts as absent, and names that begin with "_" are the platform's. Throws as readConfig does. */
export function configOf(content: JsonObject, spec: JsonObject): Config {
  const given = Object.entries(content).filter(([name, value]) => value !== null && !name.startsWith('_'));
  const schema = isObject(spec.connectionSpecification) ? spec.connectionSpecification : {};
  const known = isObject(schema.properties) ? schema.properties : {};
  const values = Object.fromEntries(given);
  const secrets = secretsIn(schema, values);
  const problems = problemsOf(schema, values);
  if (problems.length > 0) {
    // A secret may have been put into another field besides.
    throw new ConfigError(createRedactor(secrets)(`The config needs a correction: ${problems.join('; ')}.`));
  }
  return {
    values,
    secrets,
    unknown: Object.keys(values).filter((name) => !Object.hasOwn(known, name)),
  };
}

/** The problems of `values`, a clause each. Fills in defaults. */
function problemsOf(schema: JsonObject, values: JsonObject): string[] {
  const ajv = new Ajv({ allErrors: true, strict: false, useDefaults: true, validateFormats: false, verbose: true });
  const validate = ajv.compile(schema);
  return validate(values) ? [] : [...new Set(validate.errors?.map((error) => clause(schema, error)))];
}

function clause(schema: JsonObject, error: ErrorObject): string {
  const { keyword, instancePath, params, parentSchema, message } = error;
  const field = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') {
    return `the field "${[field, params.missingProperty].filter(Boolean).join('.')}" is missing, fill it in`;
  }
  if (keyword === 'minLength' && params.limit === 1) return `the field "${field}" is empty, fill it in`;
  const what = `the field "${field}"${shown(schema, error)}`;
  if (keyword === 'enum') return `${what} must be one of ${quoted(params.allowedValues)}`;
  const example: unknown = Array.isArray(parentSchema?.examples) ? parentSchema.examples[0] : undefined;
  const such = example === undefined ? '' : `, such as ${JSON.stringify(example)}`;
  if (keyword === 'pattern') return `${what} is not written as it should be${such}`;
  return `${what} ${message}${such}`;
}

/** A token that was put into the wrong field is longer than this. */
const LONGEST_SHOWN = 24;

/** The value in brackets, where it is short, no secret and no address of a person. */
function shown({ properties }: JsonObject, { instancePath, data, parentSchema }: ErrorObject): string {
  const [name = ''] = instancePath.slice(1).split('/');
  const property = isObject(properties) ? properties[name] : undefined;
  const short = ['string', 'number', 'boolean'].includes(typeof data) && String(data).length <= LONGEST_SHOWN;
  const secret = parentSchema?.airbyte_secret || !isObject(property) || property.airbyte_secret;
  return short && !secret && !String(data).includes('@') ? ` (${JSON.stringify(data)})` : '';
}

function quoted(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : String(values);
}
