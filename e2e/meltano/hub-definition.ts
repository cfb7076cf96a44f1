/** Makes the plugin definition for Meltano Hub from the tap's own description. */
import { stringify } from 'yaml';

/** The output of `tap-intercom --about --format=json`. */
export interface About {
  readonly name: string;
  readonly description: string;
  readonly capabilities: readonly string[];
  readonly settings: {
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, Property>>;
  };
}

interface Property {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly secret?: boolean;
}

const HEAD = `# Made from the tap's own description by
#   node e2e/meltano/write-hub-definition.ts
# Fields: https://docs.meltano.com/reference/plugin-definition-syntax
`;

const PREREQUISITES = `Node.js 22.13 or newer. There is no Python package: after \`npm ci\` in a checkout of source-intercom,
put its folder \`bin\` on PATH.
`;

/** Returns the text of the definition. */
export function hubDefinition({ name, description, capabilities, settings }: About): string {
  const definition = {
    name,
    namespace: name.replaceAll('-', '_'),
    variant: 'source-intercom',
    label: 'Intercom',
    description,
    domain_url: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/',
    executable: name,
    maintenance_status: 'active',
    prereq: PREREQUISITES,
    capabilities,
    select: ['*.*'],
    settings_group_validation: [settings.required],
    settings: Object.entries(settings.properties).map(([field, property]) => setting(field, property)),
  };
  return HEAD + stringify(definition, { lineWidth: 120 });
}

function setting(name: string, property: Property): object {
  return {
    name,
    label: property.title,
    kind: kindOf(property),
    description: property.description,
    ...(property.enum && { options: property.enum.map((value) => ({ label: value, value })) }),
    ...(property.default !== undefined && { value: property.default }),
    ...(property.secret && { sensitive: true }),
  };
}

/** https://docs.meltano.com/reference/plugin-definition-syntax#settingskind */
function kindOf({ type, format, enum: choices }: Property): string {
  if (choices) return 'options';
  return format === 'date-time' ? 'date_iso8601' : type;
}
