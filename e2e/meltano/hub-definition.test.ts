/** The plugin definition for Meltano Hub agrees with the tap's own description. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runTap } from '../../tests/harness/tap.ts';
import { type About, hubDefinition } from './hub-definition.ts';

let about: About;
let text: string;

beforeAll(async () => {
  about = JSON.parse((await runTap({}, ['--about', '--format=json'])).lines.join('\n'));
  text = await readFile(new URL('../../deploy/meltano/tap-intercom.yml', import.meta.url), 'utf8');
});

it('is current: node e2e/meltano/write-hub-definition.ts', () => {
  expect(text).toBe(hubDefinition(about));
});

it('has all settings, with kinds that Meltano knows, and marks the secrets', async () => {
  const spec = JSON.parse(await readFile(new URL('../../spec.json', import.meta.url), 'utf8'));
  const { settings } = parse(text) as { readonly settings: readonly Readonly<Record<string, unknown>>[] };
  const byName = new Map(settings.map((setting) => [setting.name, setting]));
  const fields: Record<string, { airbyte_secret?: boolean; enum?: string[] }> = spec.connectionSpecification.properties;
  expect([...byName.keys()]).toEqual([...Object.keys(fields), 'emit_activate_version_messages']);
  for (const [name, field] of Object.entries(fields)) {
    const { sensitive, options } = byName.get(name) as { sensitive?: boolean; options?: { value: string }[] };
    expect(sensitive ?? false, name).toBe(field.airbyte_secret ?? false);
    expect(
      options?.map(({ value }) => value),
      name,
    ).toEqual(field.enum);
  }
  const kinds = new Set(settings.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['string', 'options', 'date_iso8601', 'integer', 'boolean', 'array']));
});
