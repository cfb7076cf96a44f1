/** Imports point one way: main → schemas → streams → scans → config → intercom → cdk-shim, and the sandbox knows none of them. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each folder may import, beside itself, Node and packages. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'cdk-shim/src': [],
  'src/generated': [],
  'src/intercom': ['@airbyte-ts/cdk-shim'],
  'src/config': ['src/intercom', '@airbyte-ts/cdk-shim'],
  'src/scans': ['src/config', 'src/intercom', '@airbyte-ts/cdk-shim'],
  'src/streams': ['src/scans', 'src/config', 'src/intercom', 'src/generated', '@airbyte-ts/cdk-shim'],
  'src/schemas': ['src/streams', 'src/scans', 'src/config', 'src/intercom', '@airbyte-ts/cdk-shim'],
  'src/init': ['src/check', 'src/config', 'src/intercom', '@airbyte-ts/cdk-shim'],
  'src/check': ['src/streams', 'src/config', 'src/intercom', '@airbyte-ts/cdk-shim'],
  src: [
    'src/schemas',
    'src/streams',
    'src/check',
    'src/init',
    'src/config',
    'src/intercom',
    'sandbox',
    'demo',
    '@airbyte-ts/cdk-shim',
  ],
  sandbox: [],
  demo: ['sandbox', '@airbyte-ts/cdk-shim'],
};

const folders = Object.keys(ALLOWED).sort((a, b) => b.length - a.length);
const folderOf = (file: string) => folders.find((folder) => file.startsWith(`${folder}/`));

/** Every import of a file that leads into the project: as a folder of ours, or as the workspace's package. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return names.flatMap((name) => {
    if (name === '@airbyte-ts/cdk-shim') return [name];
    if (!name.startsWith('.')) return [];
    const target = normalize(join(dirname(file), name));
    return [folderOf(target) ?? target];
  });
}

const files = globSync('{src,cdk-shim/src,sandbox,demo}/**/*.ts', { cwd: root })
  .map((file) => relative(root, join(root, file)))
  .filter((file) => !file.endsWith('.test.ts'));

it.each(folders)('%s imports only what it may', (folder) => {
  const allowed = new Set([folder, ...(ALLOWED[folder] ?? [])]);
  const own = files.filter((file) => folderOf(file) === folder);
  expect(own.length).toBeGreaterThan(0);
  const wrong = own.flatMap((file) =>
    importsOf(file)
      .filter((name) => !allowed.has(name))
      .map((name) => `${file} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('cdk-shim says nothing about Intercom', () => {
  const named = files.filter(
    (file) => file.startsWith('cdk-shim/') && /intercom/i.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(named).toEqual([]);
});
