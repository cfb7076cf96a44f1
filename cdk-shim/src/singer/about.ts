/** The description of a Singer tap, under the keys that Meltano reads: https://sdk.meltano.com/en/latest/implementation/cli.html */

import type { JsonObject } from '../contract.ts';
import { isObject } from '../input/json-file.ts';
import { tapSpec, variablePrefix } from './config.ts';
import type { Tap } from './tap.ts';

export const FORMATS = ['text', 'json', 'markdown'] as const;

const CAPABILITIES = ['about', 'activate-version', 'catalog', 'discover', 'properties', 'state', 'test'];

/** Returns the description of the tap, without a line feed at the end. */
export function about<C>(tap: Tap<C>, format: (typeof FORMATS)[number]): string {
  if (format === 'json') return JSON.stringify(facts(tap), null, 2);
  const settings = settingsTable(tap);
  if (format === 'text') {
    const listed = settings.map(({ name, variable, title }) => `  ${name} (${variable}): ${title}`);
    return [
      `${tap.name} ${tap.version}`,
      tap.description,
      '',
      `Can: ${CAPABILITIES.join(', ')}`,
      '',
      'Settings:',
      ...listed,
    ].join('\n');
  }
  const rows = settings.map(
    ({ name, required, variable, description }) => `| ${name} | ${required} | ${variable} | ${description} |`,
  );
  return [
    `# ${tap.name}`,
    '',
    tap.description,
    '',
    `Version ${tap.version}. Capabilities: ${CAPABILITIES.join(', ')}.`,
    '',
    '| setting | required | variable | |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function facts<C>({ name, description, version, spec }: Tap<C>): JsonObject {
  const { type, required, properties } = tapSchema(spec);
  const settings = Object.fromEntries(
    Object.entries(properties).map(([field, property]) => {
      const secret = property.airbyte_secret === true ? { secret: true, writeOnly: true } : {};
      return [field, { ...property, ...secret }];
    }),
  );
  return {
    name,
    description,
    version,
    sdk_version: null,
    supported_python_versions: null,
    capabilities: CAPABILITIES,
    settings: { type, required, properties: settings },
  };
}

function settingsTable<C>({ name: tapName, spec }: Tap<C>) {
  const { required, properties } = tapSchema(spec);
  return Object.entries(properties).map(([name, { title, description }]) => ({
    name,
    required: required.includes(name) ? 'yes' : 'no',
    variable: `${variablePrefix(tapName)}${name.toUpperCase()}`,
    title: String(title ?? name),
    description: String(description ?? ''),
  }));
}

function tapSchema(spec: JsonObject) {
  const schema = tapSpec(spec).connectionSpecification as JsonObject;
  const properties = Object.entries(schema.properties as JsonObject).filter(([, property]) => isObject(property));
  return {
    type: schema.type,
    required: Array.isArray(schema.required) ? schema.required.map(String) : [],
    properties: Object.fromEntries(properties) as Readonly<Record<string, JsonObject>>,
  };
}
