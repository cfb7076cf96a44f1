/** Schemas with references are read complete, and a wrong reference is refused in one sentence. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSchema } from './read-schema.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-schema-'));
  mkdirSync(join(folder, 'schemas'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(files: Readonly<Record<string, unknown>>) {
  for (const [name, schema] of Object.entries(files)) {
    writeFileSync(join(folder, 'schemas', name), JSON.stringify(schema));
  }
  return readSchema({ name: 'rows' }, pathToFileURL(`${folder}/`));
}

it('replaces a reference by its file, and keeps the keywords and properties beside it', () => {
  const rows = {
    properties: { a: { $ref: 'part.json', description: 'Mine.', properties: { c: { type: 'string' } } } },
  };
  const part = { description: 'Theirs.', type: 'object', properties: { b: { type: 'integer' } } };
  expect(read({ 'rows.json': rows, 'part.json': part }).properties?.a).toEqual({
    description: 'Mine.',
    type: 'object',
    properties: { b: { type: 'integer' }, c: { type: 'string' } },
    additionalProperties: true,
  });
});

it('adds the columns of a relation before its own', () => {
  const rows = { relation: { parent: 'contact', child: 'tag' }, properties: { name: { type: 'string' } } };
  const schema = read({ 'rows.json': rows });
  expect(Object.keys(schema.properties ?? {})).toEqual(['contact_id', 'tag_id', 'contact_updated_at', 'name']);
});

it.each([
  ['part.json#/properties/b', '"$ref": "part.json#/properties/b" in schemas/rows.json must name a whole file.'],
  ['nowhere.json', 'The file schemas/nowhere.json, to which schemas/rows.json refers, cannot be read.'],
  ['rows.json', 'schemas/rows.json refers to itself, through rows.json.'],
])('refuses a reference to %s', ($ref, message) => {
  const files = { 'rows.json': { properties: { a: { $ref } } }, 'part.json': {} };
  expect(() => read(files)).toThrow(message);
});
