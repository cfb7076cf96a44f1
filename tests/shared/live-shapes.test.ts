/** Every field and type that recorded live answers hold is served by the sandbox, or fits the schema of its stream. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { readSchema } from '../../src/schemas/read-schema.ts';
import { bodiesOf } from '../harness/sync.ts';
import { type Json, sharedYaml } from './shared-file.ts';

interface Seen {
  /** JSON types, such as "object, null". */
  readonly types: string;
}

/** The stream whose rows a recorded resource becomes. */
const streams: Readonly<Record<string, string>> = {
  admin: 'admins',
  company: 'companies',
  contact: 'contacts',
  'conversation (of a list or search)': 'conversations',
  'conversation (retrieved)': 'conversations_by_id',
  conversation_attribute: 'conversation_attributes',
  conversation_part: 'conversation_parts',
  data_attribute: 'contact_attributes',
  note: 'notes',
  segment: 'segments',
  tag: 'tags',
  team: 'teams',
  ticket: 'tickets',
  ticket_part: 'ticket_parts',
};

const shapes = sharedYaml('data/live-shapes.json') as { resources: Record<string, { fields: Record<string, Seen> }> };

/** Differences that are allowed between rows and the recorded answers, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'conversation_attribute id: integer': 'ids come out as text',
  'ticket admin_assignee_id: string': 'seen at 2.11 alone; an integer at 2.16',
  'ticket team_assignee_id: string': 'seen at 2.11 alone; an integer at 2.16',
  'ticket ticket_state: string': 'seen at 2.11 alone; an object at 2.16',
  'ticket ticket_state_external_label': 'seen at 2.11 alone',
  'ticket ticket_state_internal_label': 'seen at 2.11 alone',
};

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: 1_000_000 });
});

afterAll(() => sandbox.close());

function schemaOf(name: string): Json {
  const columnsOf = name.endsWith('_by_id') ? { columnsOf: name.replace('_by_id', '') } : {};
  return readSchema({ name, ...columnsOf }, new URL('../../', import.meta.url)) as Json;
}

/** The schema at a path; undefined where the schema says nothing. */
function schemaAt(schema: Json, path: readonly string[]): Json | undefined {
  let at: Json | undefined = schema;
  for (const name of path)
    at = ((name === '[]' ? at?.items : (at?.properties as Json | undefined)?.[name]) ?? undefined) as Json;
  return at;
}

/** "a.b[].c" as its names. */
const namesOf = (path: string) => path.replaceAll('[]', '.[]').split('.');

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

/** The types of all values at a path. */
function typesAt(values: readonly unknown[], [name, ...rest]: readonly string[]): ReadonlySet<string> {
  if (name === undefined) return new Set(values.map(typeOf));
  const next = values.flatMap((value) => {
    if (name === '[]') return Array.isArray(value) ? value : [];
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isObject ? [(value as Json)[name]] : [];
  });
  return typesAt(next, rest);
}

describe.each(Object.entries(streams))('a live %s', (resource, stream) => {
  const fields = Object.entries(shapes.resources[resource]?.fields ?? {}).filter(([path]) => !path.includes('*'));

  it('fits the schema', () => {
    const schema = schemaOf(stream);
    const refused = fields.flatMap(([path, { types }]) => {
      const declared = [schemaAt(schema, namesOf(path))?.type ?? []].flat() as string[];
      if (declared.length === 0) return [];
      const allows = (type: string) => declared.includes(type) || (type === 'integer' && declared.includes('number'));
      return types
        .split(/[,| ]+/)
        .filter((type) => type && !allows(type))
        .map((type) => `${path}: ${type}`);
    });
    expect(fields.length).toBeGreaterThan(1);
    expect(refused.filter((what) => !(`${resource} ${what}` in exceptions))).toEqual([]);
  });

  it('is declared or served in every field', async () => {
    const schema = schemaOf(stream);
    const bodies = stream.endsWith('_by_id') ? [] : await bodiesOf(sandbox.url, stream);
    const unknown = fields
      .map(([path]) => path)
      .filter((path) => !schemaAt(schema, namesOf(path)) && typesAt(bodies, namesOf(path)).size === 0);
    expect(unknown.filter((what) => !(`${resource} ${what}` in exceptions))).toEqual([]);
  });
});
