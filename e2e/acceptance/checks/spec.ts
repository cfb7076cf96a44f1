/** SPEC: the spec and the image. */
import { Ajv } from 'ajv';
import type { Check, Family } from '../check.ts';
import type { Json } from '../schema-nodes.ts';
import { connectionOf, type Subject } from '../subject.ts';
import { previousSpec } from './previous-spec.ts';
import { specForm } from './spec-form.ts';
import { specSecrets } from './spec-secrets.ts';

const answer: readonly Check[] = [
  {
    name: 'spec writes one SPEC',
    problems: async (subject) => {
      const { messages } = await subject.ask('spec');
      const count = messages.filter(({ type }) => type === 'SPEC').length;
      return count === 1 ? [] : [`spec writes ${count} SPEC messages`];
    },
  },
  { name: 'the configs fit', problems: unfitConfigs },
  {
    name: 'the spec equals the file',
    problems: async (subject) => {
      const { specFile } = subject.settings;
      return specFile === undefined || sameJson(await subject.spec(), specFile)
        ? []
        : ['the answer of spec differs from the file of spec_path'];
    },
  },
];

const packaging: readonly Check[] = [
  {
    name: 'the image has the labels of metadata.yaml',
    problems: async ({ packaging, settings: { metadata } }) => {
      const { labels } = await packaging();
      const wanted = { 'io.airbyte.name': metadata.dockerRepository, 'io.airbyte.version': metadata.dockerImageTag };
      return Object.entries(wanted).flatMap(([name, value]) =>
        labels[name] === value ? [] : [`the label ${name} is ${labels[name]}, but metadata.yaml has ${String(value)}`],
      );
    },
  },
  {
    name: 'AIRBYTE_ENTRYPOINT is the entrypoint',
    problems: async ({ packaging }) => {
      const { env, entrypoint } = await packaging();
      const same = env.AIRBYTE_ENTRYPOINT !== undefined && env.AIRBYTE_ENTRYPOINT === entrypoint.join(' ');
      return same
        ? []
        : [`AIRBYTE_ENTRYPOINT is ${env.AIRBYTE_ENTRYPOINT}, but the entrypoint is ${entrypoint.join(' ')}`];
    },
  },
];

export const spec: Family = {
  name: 'spec',
  checks: [...answer, ...specForm, ...specSecrets, previousSpec, ...packaging],
};

/** Finds configs under `spec` that do not fit the specification. Ignores the platform's fields, which begin with "_". */
async function unfitConfigs(subject: Subject): Promise<readonly string[]> {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
  const fits = ajv.compile(await connectionOf(subject));
  return subject.settings.configs
    .filter(({ section, config }) => section === 'spec' && !fits(withoutPlatform(config)))
    .map(({ path }) => `${path} does not fit: ${ajv.errorsText(fits.errors)}`);
}

function withoutPlatform(config: Json): Json {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !name.startsWith('_')));
}

/** Returns whether two values are equal, with their fields in any order. */
function sameJson(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
