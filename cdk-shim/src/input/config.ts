/** Reads the config file and checks it against the spec. */
import { Ajv, type ErrorObject } from 'ajv';
import type { JsonObject } from '../contract.ts';
import { ConfigError } from '../errors.ts';
import { isObject, readJson } from './json-file.ts';
import { createRedactor, secretsIn } from './secrets.ts';

export interface Config {
  /** Values that fit the spec. A missing field has the default of the spec. */
  readonly values: JsonObject;
  /** The secret values. No log may show them. */
  readonly secrets: readonly string[];
  /** Names of the fields that the spec does not define. */
  readonly unknown: readonly string[];
}

/**
 * Returns the config at `path`. `spec`: a ConnectorSpecification. Throws ConfigError: one sentence that names all wrong
 * fields, and shows their values if they are short and not secret.
 */
export async function readConfig(path: string, spec: JsonObject): Promise<Config> {
  return configOf(await readConfigFile(path), spec);
}

/** Returns the fields in the config file at `path`, without any check. Throws ConfigError if the file has no JSON object. */
export async function readConfigFile(path: string): Promise<JsonObject> {
  const content = await readJson(path, 'config file');
  if (isObject(content)) return content;
  throw new ConfigError(`The config file ${path} holds no JSON object: write one with the fields of the config.`);
}

/** Checks fields against `spec`. Ignores null, and names that begin with "_": these belong to the platform. Throws like readConfig. */
export function configOf(content: JsonObject, spec: JsonObject): Config {
  const given = Object.entries(content).filter(([name, value]) => value !== null && !name.startsWith('_'));
  const schema = isObject(spec.connectionSpecification) ? spec.connectionSpecification : {};
  const known = isObject(schema.properties) ? schema.properties : {};
  const values = Object.fromEntries(given);
  const secrets = secretsIn(schema, values);
  const problems = problemsOf(schema, values);
  if (problems.length > 0) {
    // The user may have put a secret also into another field.
    throw new ConfigError(createRedactor(secrets)(`The config needs a correction: ${problems.join('; ')}.`));
  }
  return {
    values,
    secrets,
    unknown: Object.keys(values).filter((name) => !Object.hasOwn(known, name)),
  };
}

/** Returns one clause for each problem of `values`. Also adds the defaults of `schema` to `values`. */
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
  const subject = `the field "${field}"${shown(schema, error)}`;
  if (keyword === 'enum') return `${subject} must be one of ${quoted(params.allowedValues)}`;
  const example: unknown = Array.isArray(parentSchema?.examples) ? parentSchema.examples[0] : undefined;
  const suggestion = example === undefined ? '' : `, such as ${JSON.stringify(example)}`;
  if (keyword === 'pattern') return `${subject} is not written correctly${suggestion}`;
  return `${subject} ${message}${suggestion}`;
}

/** The length of the longest value that a message may show. A token in the wrong field is longer. */
const LONGEST_SHOWN = 24;

/** Returns the value in brackets, or an empty text if the value is long, a secret or an email address. */
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
