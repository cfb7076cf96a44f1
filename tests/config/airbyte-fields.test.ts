/** Tables of airbyte/source-intercom 0.13 can be kept: its streams and their top-level fields exist here, but for the exceptions. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { type CatalogStream, runConnector } from '../harness/connector.ts';
import { exceptions } from './airbyte-exceptions.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** By stream and type: the names of the fields, parted by blanks. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('airbyte-fields.json', import.meta.url), 'utf8'),
);
const names = Object.keys(fields);

interface Schema {
  readonly properties: Readonly<Record<string, { readonly type?: string | readonly string[] }>>;
}

let streams: readonly CatalogStream[];

beforeAll(async () => {
  const sandbox = await startSandbox({ companies: 1, contacts: 1, conversations: 1, tickets: 1 });
  try {
    const discovered = await runConnector('discover', { config }, { baseUrl: sandbox.url });
    streams = discovered.messages.find((message) => message.catalog)?.catalog?.streams ?? [];
  } finally {
    await sandbox.close();
  }
});

/** The types of our field, without null; undefined where the stream has no such field. */
function ourType(stream: string, field: string): string | undefined {
  const schema = streams.find(({ name }) => name === stream)?.json_schema as Schema | undefined;
  const type = schema?.properties[field]?.type;
  if (type === undefined) return undefined;
  const types = [type].flat().filter((each) => each !== 'null');
  return types.toSorted().join(' or ');
}

it('there are 13 streams, and each is here under its name', () => {
  expect(names).toHaveLength(13);
  expect(streams.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

describe.each(names)('%s', (stream) => {
  it('has each field under the same type, but for the exceptions', () => {
    const differing = Object.entries(fields[stream] ?? {}).flatMap(([theirs, list]) =>
      list
        .split(' ')
        .map((field) => ({ field: `${stream}.${field}`, theirs, ours: ourType(stream, field) }))
        .filter(({ ours }) => ours !== theirs),
    );
    const known = exceptions.filter(({ field }) => field.startsWith(`${stream}.`));
    expect(differing.toSorted((a, b) => (a.field < b.field ? -1 : 1))).toEqual(
      known.map(({ field, theirs, ours }) => ({ field, theirs, ours })),
    );
  });
});

it('docs/migrating.md has every exception in its table, and no other', () => {
  const text = readFileSync(new URL('../../docs/migrating.md', import.meta.url), 'utf8');
  const table = text.split('\n## Changed types\n')[1]?.match(/^\| `.*$/gm);
  const rows = exceptions.map(
    ({ field, theirs, ours, reason }) => `| \`${field}\` | ${theirs} | ${ours ?? 'none'} | ${reason} |`,
  );
  expect(table).toEqual(rows);
});
