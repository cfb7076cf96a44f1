/** Our list of the streams and fields of airbyte/source-intercom 0.13, and the config that we test with, against theirs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { theirConfig } from '../harness/airbyte-config.ts';
import { type Json, sharedYaml } from './shared-file.ts';

interface Field extends Json {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Field[];
  readonly oneOf?: readonly Field[];
}

const schemas = sharedYaml('data/airbyte-source-intercom-schemas.json') as Readonly<
  Record<string, { readonly properties: Readonly<Record<string, Field>> }>
>;
const spec = sharedYaml('data/airbyte-source-intercom-spec.json') as {
  readonly connectionSpecification: { readonly properties: Readonly<Record<string, Field>> };
};
const ours: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('../config/airbyte-fields.json', import.meta.url), 'utf8'),
);

function typesOf(field: Field): readonly string[] {
  const alternatives = [...(field.anyOf ?? []), ...(field.oneOf ?? [])].flatMap(typesOf);
  return [...[field.type ?? []].flat(), ...alternatives].filter((type) => type !== 'null');
}

it('the streams are the same', () => {
  expect(Object.keys(ours).toSorted()).toEqual(Object.keys(schemas).toSorted());
});

it.each(Object.entries(schemas))('%s has the same fields under the same types', (stream, { properties }) => {
  const theirs = Object.entries(properties).map(
    ([name, field]) => `${name}: ${typesOf(field).toSorted().join(' or ')}`,
  );
  const listed = Object.entries(ours[stream] ?? {}).flatMap(([type, names]) =>
    names.split(' ').map((name) => `${name}: ${type}`),
  );
  expect(listed.toSorted()).toEqual(theirs.toSorted());
});

it('the config has each field of theirs, with a value of its type', () => {
  const { properties } = spec.connectionSpecification;
  expect(Object.keys(theirConfig).toSorted()).toEqual(Object.keys(properties).toSorted());
  for (const [name, value] of Object.entries(theirConfig)) {
    expect(typesOf(properties[name] ?? {}), name).toEqual([typeof value === 'number' ? 'integer' : typeof value]);
  }
});
