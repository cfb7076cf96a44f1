/** ATTRIBUTES: metadata.yaml is complete and correct. */
import type { Check, Family } from '../check.ts';
import { isObject, list } from '../schema-nodes.ts';

const REQUIRED = [
  ...['name', 'definitionId', 'connectorType', 'connectorSubtype', 'dockerRepository', 'dockerImageTag'],
  ...['documentationUrl', 'githubIssueLabel', 'license', 'releaseStage', 'supportLevel'],
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const metadata: readonly Check[] = [
  {
    name: 'metadata.yaml has the required fields',
    problems: ({ settings: { metadata } }) => [
      ...REQUIRED.filter((name) => typeof metadata[name] !== 'string').map((name) => `${name} is missing`),
      ...(UUID.test(String(metadata.definitionId)) ? [] : ['definitionId is not a random UUID']),
    ],
  },
  {
    name: 'metadata.yaml names the called hosts',
    problems: ({ settings: { metadata } }) =>
      isObject(metadata.allowedHosts) && list(metadata.allowedHosts.hosts).length > 0
        ? []
        : ['allowedHosts has no hosts'],
  },
  {
    name: 'suggested streams exist',
    problems: async ({ settings: { metadata }, streams }) => {
      const { suggestedStreams } = metadata;
      const suggested = isObject(suggestedStreams) ? list(suggestedStreams.streams) : [];
      const names = new Set<unknown>((await streams()).map(({ name }) => name));
      if (suggested.length === 0) return ['suggestedStreams has no streams'];
      return suggested.filter((name) => !names.has(name)).map((name) => `the stream ${String(name)} does not exist`);
    },
  },
];

export const attributes: Family = {
  name: 'attributes',
  checks: [
    {
      name: 'every stream has a key',
      problems: async ({ streams }) =>
        (await streams())
          .filter(({ source_defined_primary_key: key = [] }) => key.length === 0)
          .map(({ name }) => `${name} has no source_defined_primary_key`),
    },
    ...metadata,
  ],
};
