/** Holds every stream's schema to what acceptance tests, destinations and readers need of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readSchema } from '../src/schemas/read-schema.ts';
import { streams } from '../src/streams/index.ts';

interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
}

/** A schema and what it describes, each by its path: `tags.data[].id`; the stream itself has the empty one. */
type Level = readonly [path: string, schema: Schema];

/** Destinations do not know the other keywords, or Airbyte's acceptance tests refuse them. */
const ALLOWED = [
  '$schema',
  'title',
  'description',
  'type',
  'required',
  'properties',
  'items',
  'additionalProperties',
] as const;

const root = new URL('../', import.meta.url);
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const names = files.map((file) => file.slice(0, -'.json'.length));
const all = new Map<string, Schema>(names.map((name) => [name, readSchema({ name }, root) as Schema]));

function levelsOf(schema: Schema, path = ''): readonly Level[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    levelsOf(field, path === '' ? name : `${path}.${name}`),
  );
  const items = schema.items ? levelsOf(schema.items, `${path}[]`) : [];
  return [[path, schema], ...inside, ...items];
}

const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat();
const pathsWhere = (levels: readonly Level[], wrong: (schema: Schema, path: string) => boolean): readonly string[] =>
  levels.filter(([path, schema]) => wrong(schema, path)).map(([path]) => path);

it('has one schema for each stream, and none beside', () => {
  expect([...all.keys()].sort()).toEqual(streams.map(({ name }) => name).sort());
});

it('gives each schema a title of its own', () => {
  const titles = [...all.values()].map(({ title }) => title);
  expect(titles.filter((title) => !/^([A-Z][a-z]+)+$/.test(title ?? ''))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

it('writes no object of three fields twice: it stands in definitions/', () => {
  const definitions = readdirSync(new URL('definitions/', import.meta.url)).map((file) => `definitions/${file}`);
  const written = [...files, ...definitions].flatMap((file) => {
    const schema = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Schema;
    const large = levelsOf(schema).filter(([, { properties }]) => Object.keys(properties ?? {}).length >= 3);
    return large.map(([path, level]) => [`${file} ${path}`, JSON.stringify(withoutTexts(level))] as const);
  });
  const alike = [...Map.groupBy(written, ([, text]) => text).values()].filter((group) => group.length > 1);
  expect(alike.map((group) => group.map(([where]) => where))).toEqual([]);
});

/** The fields of a schema and their types, in one order. */
function withoutTexts({ type, properties = {}, items }: Schema): unknown {
  const fields = Object.entries(properties).map(([name, field]) => [name, withoutTexts(field)] as const);
  return [type, fields.toSorted(([a], [b]) => (a < b ? -1 : 1)), items && withoutTexts(items)];
}

describe.each([...all])('%s', (name, schema) => {
  const levels = levelsOf(schema);
  const stream = streams.find((each) => each.name === name);

  it('is a strict draft-07 schema of an object', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.type).toBe('object');
    expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });

  it('uses only keywords that every destination knows', () => {
    const known: readonly string[] = ALLOWED;
    expect(pathsWhere(levels, (level) => Object.keys(level).some((keyword) => !known.includes(keyword)))).toEqual([]);
  });

  it('says the type of everything', () => {
    expect(pathsWhere(levels, (level) => typesOf(level).length === 0)).toEqual([]);
    expect(pathsWhere(levels, (level) => typesOf(level).includes('array') !== (level.items !== undefined))).toEqual([]);
  });

  it('lets unknown fields through at every level', () => {
    const closed = (level: Schema) => typesOf(level).includes('object') && level.additionalProperties !== true;
    expect(pathsWhere(levels, closed)).toEqual([]);
  });

  it('describes the stream and every field in one sentence', () => {
    const described = levels.filter(([path]) => !path.endsWith('[]'));
    expect(pathsWhere(described, ({ description }) => !/^[A-Z][^.]*(\.\S[^.]*)*\.$/.test(description ?? ''))).toEqual(
      [],
    );
  });

  it('requires the key and the cursor, and lets everything be null but keys and ids that it requires', () => {
    const required = schema.required ?? [];
    expect(required).toEqual(expect.arrayContaining([...(stream?.primaryKey ?? [])]));
    if (stream?.cursorField) expect(required).toContain(stream.cursorField);
    expect(pathsWhere(levels, (level, path) => path !== '' && level.required !== undefined)).toEqual([]);
    const fields = levels.filter(([path]) => path !== '' && !path.endsWith('[]'));
    expect(
      pathsWhere(
        fields,
        (field, path) => typesOf(field).includes('null') === (required.includes(path) && !path.endsWith('_at')),
      ),
    ).toEqual([]);
  });

  it('has keys that are strings or places in a list, and a cursor that is an integer or null', () => {
    expect(stream?.primaryKey.map((key) => schema.properties?.[key]?.type)).toEqual(
      stream?.primaryKey.map((key) => (key === 'position' ? 'integer' : 'string')),
    );
    if (stream?.cursorField) expect(schema.properties?.[stream.cursorField]?.type).toEqual(['integer', 'null']);
  });

  it('says the unit of every time, which is an integer', () => {
    const times = levels.filter(([path]) => /(_at|_since|_until)$/.test(path) && !path.startsWith('_ab_'));
    expect(pathsWhere(times, (time) => !typesOf(time).includes('integer'))).toEqual([]);
    expect(pathsWhere(times, ({ description }) => !description?.includes('epoch seconds'))).toEqual([]);
  });
});
