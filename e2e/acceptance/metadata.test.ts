/** metadata.yaml agrees with the rest of the repository. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packagingOfDockerfile } from './packaging.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = (path: string) => readFile(join(ROOT, path), 'utf8');

let data: Record<string, unknown>;

beforeAll(async () => {
  data = parse(await text('metadata.yaml')).data;
});

it('has the version of package.json, of the image, and of the acceptance tests', async () => {
  const { version } = JSON.parse(await text('package.json'));
  const { labels } = await packagingOfDockerfile(join(ROOT, 'Dockerfile'));
  const { connector_image } = parse(await text('acceptance-test-config.yml'));
  expect(data.dockerImageTag).toBe(version);
  expect(labels['io.airbyte.version']).toBe(version);
  expect(labels['io.airbyte.name']).toBe(data.dockerRepository);
  expect(connector_image).toBe(`${data.dockerRepository}:${version}`);
});

it('has another id than the connector of the same name in the registry', () => {
  expect(data.definitionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(data.definitionId).not.toBe('d8313939-3782-41b0-be29-b3ca20d8dd3a');
});

it('names the existing base image, icon and licence', async () => {
  const { baseImage } = data.connectorBuildOptions as { baseImage: string };
  expect(await text('Dockerfile')).toContain(`FROM ${baseImage}\n`);
  expect(existsSync(join(ROOT, String(data.icon)))).toBe(true);
  expect(await text('LICENSE')).toContain(`${data.license} License`);
});

it('allows the hosts that the connector calls, and no other hosts', async () => {
  const hosts = (await text('src/config/base-url.ts')).match(/(?<=https:\/\/)api[.a-z]*intercom\.io/g);
  expect(data.allowedHosts).toEqual({ hosts });
});
