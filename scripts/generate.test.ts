import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'generate.ts');
let root: string;

function generate(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [SCRIPT, root, ...args], { encoding: 'utf8' });
}

async function schema(path: string, properties: object): Promise<void> {
  await writeFile(join(root, path), JSON.stringify({ type: 'object', properties }));
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generate-'));
  await mkdir(join(root, 'cdk-shim/schemas'), { recursive: true });
  await mkdir(join(root, 'schemas'));
  await schema('cdk-shim/schemas/airbyte-message.json', { type: { const: 'RECORD' } });
  await schema('schemas/contact_tags.json', { id: { type: ['string', 'null'] } });
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

it('makes the types of every schema, which then pass the check', async () => {
  expect(generate()).toMatchObject({ status: 0, stderr: '' });
  const types = await readFile(join(root, 'src/generated/contact_tags.ts'), 'utf8');
  expect(types).toMatch(
    /^\/\*\* Generated from schemas\/contact_tags\.json by scripts\/generate\.ts: do not edit\. \*\/\n/,
  );
  expect(types).toContain('export interface ContactTags {\n  id?: string | null;\n}');
  expect(await readdir(join(root, 'cdk-shim/src/generated'))).toEqual(['airbyte-message.ts']);
  expect(generate('--check')).toMatchObject({ status: 0, stderr: '' });
});

it('names a file that its schema would not make, and leaves it alone', async () => {
  generate();
  await schema('schemas/contact_tags.json', { id: { type: 'integer' } });
  const { status, stderr } = generate('--check');
  expect(status).toBe(1);
  expect(stderr).toBe(
    'src/generated/contact_tags.ts is not what its schema makes: run "npm run generate" and commit the result.\n',
  );
  expect(await readFile(join(root, 'src/generated/contact_tags.ts'), 'utf8')).toContain('string | null');
});

it('removes types whose schema is gone', async () => {
  generate();
  await rm(join(root, 'schemas/contact_tags.json'));
  expect(generate('--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('has no schema any more') });
  generate();
  expect(await readdir(join(root, 'src/generated'))).toEqual([]);
});
