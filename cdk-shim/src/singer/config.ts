/** The config of a Singer tap: from files, from the environment, or from both. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Connector } from '../connector.ts';
import type { JsonObject } from '../contract.ts';
import { type Config, configOf, readConfigFile } from '../input/config.ts';
import { isObject } from '../input/json-file.ts';

/** This name among the paths after --config means the environment, as in Meltano's SDK. */
const ENVIRONMENT = 'ENV';

/** The settings of a tap beside the settings of its connector. */
const SINGER_SETTINGS: JsonObject = {
  emit_activate_version_messages: {
    title: 'Emit ACTIVATE_VERSION',
    description:
      'Whether to send ACTIVATE_VERSION at the end of a full refresh, so that a target can remove rows that no longer exist.',
    type: 'boolean',
    default: true,
  },
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the spec of a connector with the additional settings of a tap. */
export function tapSpec(spec: JsonObject): JsonObject {
  const schema = isObject(spec.connectionSpecification) ? spec.connectionSpecification : {};
  const properties = { ...(isObject(schema.properties) ? schema.properties : {}), ...SINGER_SETTINGS };
  return { ...spec, connectionSpecification: { ...schema, properties } };
}

/** Returns the prefix of a tap's variables: `TAP_NAME_`. */
export function variablePrefix(name: string): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_`;
}

/**
 * Returns the config of a tap. Variables give the fields that no file has. A later file wins over an earlier file. ENV among
 * the files means the variables and the file `.env` in the working directory. Throws ConfigError like readConfig.
 */
export async function tapConfig(
  source: Pick<Connector<never>, 'name' | 'spec'>,
  paths: readonly string[],
  environment: Environment,
): Promise<Config> {
  const spec = tapSpec(source.spec);
  const { properties } = spec.connectionSpecification as { readonly properties: JsonObject };
  const from = (variables: Environment) => fromVariables(properties, variablePrefix(source.name), variables);
  let fields = from(environment);
  for (const path of paths) {
    const more = path === ENVIRONMENT ? from({ ...dotEnv(), ...environment }) : await readConfigFile(path);
    fields = { ...fields, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null)) };
  }
  return configOf(fields, spec);
}

function dotEnv(): Environment {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch {
    return {};
  }
}

function fromVariables(properties: JsonObject, prefix: string, variables: Environment): JsonObject {
  const named = Object.entries(properties).map(([name, property]) => {
    return [name, property, variables[`${prefix}${name.toUpperCase()}`] ?? ''] as const;
  });
  const given = named.filter(([, , text]) => text !== '');
  return Object.fromEntries(given.map(([name, property, text]) => [name, parsed(property, text)]));
}

/** Returns the value of a variable. A text that does not fit its property stays text: the check against the spec reports it. */
function parsed(property: unknown, text: string): unknown {
  const type = isObject(property) ? property.type : undefined;
  if (type === 'boolean') return BOOLEANS[text.toLowerCase()] ?? text;
  if (type === 'integer' || type === 'number') return Number.isNaN(Number(text)) ? text : Number(text);
  if (type === 'array') return listOf(text);
  return text;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  1: true,
  false: false,
  no: false,
  off: false,
  0: false,
};

/** Reads a JSON list, or values with commas between them. */
function listOf(text: string): unknown {
  if (!text.trim().startsWith('[')) return text.split(',').map((item) => item.trim());
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
