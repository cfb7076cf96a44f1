/** Faults of the spec and of the command `check`. */
import type { Json } from '../schema-nodes.ts';
import { at, each, type Fault, put } from './fault.ts';

const DIFFERS = 'spec: the spec equals the file';

/** Changes one value in the spec. */
function spec(path: string, to: unknown): Fault {
  return { ...each('SPEC', (message) => put(message, `spec.${path}`, to)), also: [DIFFERS] };
}

/** Adds a field to the spec of the config. */
function field(schema: Json): Fault {
  return spec('connectionSpecification.properties.extra', schema);
}

const kind = (constant: string) => ({ properties: { kind: { type: 'string', const: constant } } });
const choice = (...constants: string[]) => ({ type: 'object', oneOf: constants.map(kind) });

export const SPEC_FAULTS: Readonly<Record<string, Fault>> = {
  'spec: spec writes one SPEC': {
    messages: (messages) => messages.flatMap((message) => (message.type === 'SPEC' ? [message, message] : [message])),
  },
  'spec: the configs fit': spec('connectionSpecification.properties.client_secret.maxLength', 10),
  'spec: the spec equals the file': { ...spec('connectionSpecification.title', 'Something else'), also: [] },
  'spec: enum values are distinct': field({ type: 'string', enum: ['one', 'one'] }),
  'spec: one constant tells the variants of a choice apart': field(choice('one', 'one')),
  'spec: types are simple': field({ type: ['null', 'string'] }),
  'spec: objects have properties': field({ type: 'object' }),
  'spec: arrays declare their items': field({ type: 'array', items: { type: ['string', 'integer'] } }),
  'spec: forbidden keywords do not occur': field({ type: 'string', not: { const: 'one' } }),
  'spec: dates have a pattern and a format': field({ type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  'spec: orders are distinct within a group': field({ type: 'string', group: 'connection', order: 0 }),
  'spec: only top-level properties have a group': field({
    type: 'object',
    properties: { inner: { type: 'string', group: 'one' } },
  }),
  'spec: display_type goes with a choice': field({ type: 'string', display_type: 'dropdown' }),
  'spec: schemas contain no $ref': field({ type: 'string', $ref: '#/properties/region' }),
  'spec: additionalProperties is true': field({
    type: 'object',
    properties: { inner: { type: 'string' } },
    additionalProperties: false,
  }),
  'spec: secrets are marked, and nothing else': spec(
    'connectionSpecification.properties.access_token.airbyte_secret',
    undefined,
  ),
  'spec: signing in leads to existing fields': spec(
    'advanced_auth.oauth_config_specification.complete_oauth_output_specification.properties.access_token.path_in_connector_config',
    ['nowhere'],
  ),
  'spec: signing in is the first choice': {
    ...each('SPEC', (message) => {
      const withChoice = put(message, 'spec.connectionSpecification.properties.extra', choice('token', 'oauth'));
      return put(
        put(withChoice, 'spec.advanced_auth.predicate_key', ['extra', 'kind']),
        'spec.advanced_auth.predicate_value',
        'oauth',
      );
    }),
    also: [DIFFERS],
  },
  'spec: configs of the previous version are accepted': spec('connectionSpecification.properties.region.enum', [
    'us',
    'eu',
  ]),
  'spec: the image has the labels of metadata.yaml': {
    packaging: (packaging) => ({ ...packaging, labels: { ...packaging.labels, 'io.airbyte.version': '0.0.0' } }),
  },
  'spec: AIRBYTE_ENTRYPOINT is the entrypoint': { packaging: (packaging) => ({ ...packaging, env: {} }) },
  'connection: check shows no secret': {
    messages: (messages, { command, files }) => {
      const message = `The token is ${String(at(files.config, 'access_token'))}`;
      return command === 'check' ? [{ type: 'LOG', log: { level: 'INFO', message } }, ...messages] : messages;
    },
  },
};
