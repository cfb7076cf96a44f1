/**
 * Makes the types in generated/ from the JSON schemas: `node scripts/generate.ts [folder]`, by default of this repository.
 * With --check it writes nothing: it names the first file that is not current, and ends with exit code 1.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { readSchema } from '../src/schemas/read-schema.ts';

const [ROOT = join(import.meta.dirname, '..')] = process.argv.slice(2).filter((argument) => argument !== '--check');
const MESSAGES = {
  schema: 'cdk-shim/schemas/airbyte-message.json',
  types: 'cdk-shim/src/generated/airbyte-message.ts',
};
const STREAM_SCHEMAS = 'schemas';
const STREAM_TYPES = 'src/generated';

async function filesIn(folder: string, extension: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(extension)).sort();
}

/** "contact_tags" becomes "ContactTags". */
function typeName(schemaFile: string): string {
  const words = basename(schemaFile, '.json').split(/[^a-z0-9]+/i);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

async function typesOf(schemaFile: string, schema: JSONSchema): Promise<string> {
  return await compile(schema, typeName(schemaFile), {
    additionalProperties: false,
    bannerComment: `/** Generated from ${schemaFile} by scripts/generate.ts: do not edit. */`,
    format: true,
    style: { printWidth: 120, singleQuote: true },
    unreachableDefinitions: true,
  });
}

/** The same schema without its unknown fields, so that the code names only fields that the schema describes. */
function closed(schema: JSONSchema): JSONSchema {
  const { additionalProperties: _, properties, items, ...rest } = schema;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, closed(field)] as const);
  return {
    ...rest,
    ...(properties ? { properties: Object.fromEntries(fields) } : {}),
    ...(items ? { items: closed(items as JSONSchema) } : {}),
  };
}

/** The content of every generated file; undefined for a file that has no schema any more. */
async function wanted(): Promise<Map<string, string | undefined>> {
  const files = new Map<string, string | undefined>();
  for (const name of await filesIn(STREAM_TYPES, '.ts')) files.set(`${STREAM_TYPES}/${name}`, undefined);
  files.set(
    MESSAGES.types,
    await typesOf(MESSAGES.schema, JSON.parse(await readFile(join(ROOT, MESSAGES.schema), 'utf8'))),
  );
  for (const name of await filesIn(STREAM_SCHEMAS, '.json')) {
    const stream = basename(name, '.json');
    const schema = closed(readSchema({ name: stream }, pathToFileURL(`${ROOT}/`)) as JSONSchema);
    files.set(`${STREAM_TYPES}/${stream}.ts`, await typesOf(`${STREAM_SCHEMAS}/${name}`, schema));
  }
  return files;
}

async function check(files: Map<string, string | undefined>): Promise<void> {
  for (const [file, content] of files) {
    const present = await readFile(join(ROOT, file), 'utf8').catch(() => undefined);
    if (present === content) continue;
    const what = content === undefined ? 'has no schema any more' : 'is not what its schema makes';
    process.stderr.write(`${file} ${what}: run "npm run generate" and commit the result.\n`);
    process.exitCode = 1;
    return;
  }
}

async function generate(files: Map<string, string | undefined>): Promise<void> {
  for (const [file, content] of files) {
    const path = join(ROOT, file);
    if (content === undefined) {
      await rm(path);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }
}

const files = await wanted();
await (process.argv.includes('--check') ? check(files) : generate(files));
