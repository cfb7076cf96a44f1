/** BASIC READ: every stream has records that fit its schema, and states. */
import type { CatalogStream, Row } from '../../../tests/harness/connector.ts';
import type { Check, Family } from '../check.ts';
import { basicRead, keyOf, recordsByStream, valueAt } from '../reads.ts';
import { entriesOf } from '../schema-nodes.ts';
import { secretsShown } from '../secrets.ts';
import { connectionOf, type Subject } from '../subject.ts';
import { readProtocol } from './read-protocol.ts';
import { recordsFit } from './records-fit.ts';

const records: readonly Check[] = [
  ...recordsFit,
  {
    name: 'every stream has records',
    problems: (subject) => eachStream(subject, (_, rows) => (rows.length > 0 ? [] : ['no record'])),
  },
  {
    name: 'keys have simple values that are not all null',
    problems: (subject) =>
      eachStream(subject, ({ source_defined_primary_key: keys = [] }, rows) => {
        const bad = rows.find((row) => {
          const values = keys.map((key) => valueAt(row, key));
          return (
            keys.length > 0 &&
            (values.some((value) => typeof value === 'object' && value !== null) ||
              values.every((value) => value === null))
          );
        });
        return bad ? [`a record has no key: ${JSON.stringify(bad).slice(0, 200)}`] : [];
      }),
  },
  { name: 'expected records are emitted', problems: missing },
  { name: 'every field of the schemas is seen', problems: unseen },
];

const output: readonly Check[] = [
  {
    name: 'read shows no secret',
    problems: async (subject) =>
      secretsShown(await basicRead(subject), await connectionOf(subject), subject.settings.config),
  },
];

export const basicReadFamily: Family = { name: 'basic read', checks: [...records, ...readProtocol, ...output] };

type Look = (stream: CatalogStream, rows: readonly Row[]) => readonly string[];

/** Applies `look` to the rows of each stream that must have rows. */
async function eachStream(subject: Subject, look: Look): Promise<readonly string[]> {
  const found = recordsByStream(await basicRead(subject));
  const streams = (await subject.streams()).filter(({ name }) => !subject.settings.emptyStreams.has(name));
  return streams.flatMap((stream) => {
    const rows = (found.get(stream.name) ?? []).map(({ data }) => data);
    return look(stream, rows).map((problem) => `${stream.name}: ${problem}`);
  });
}

/** Finds expected records that are missing, or that have another value in an expected field. */
async function missing(subject: Subject): Promise<readonly string[]> {
  const { expected } = subject.settings;
  const named = new Set(expected.map(({ stream }) => stream));
  const problems = await eachStream(subject, (stream, rows) => {
    const byKey = new Map(rows.map((row) => [keyOf(stream, row), row]));
    const wanted = expected.filter((entry) => entry.stream === stream.name);
    return wanted.flatMap(({ data }) => {
      const row = byKey.get(keyOf(stream, data));
      const same =
        row && Object.keys(data).every((field) => JSON.stringify(row[field]) === JSON.stringify(data[field]));
      return same ? [] : [`the expected record ${JSON.stringify(data)} ${row ? 'has other values' : 'is missing'}`];
    });
  });
  const unnamed = await eachStream(subject, ({ name }) => (named.has(name) ? [] : ['the file has no expected record']));
  return [...problems, ...unnamed];
}

/** Finds columns without a value in any record. */
async function unseen(subject: Subject): Promise<readonly string[]> {
  const { unseenFields } = subject.settings;
  return eachStream(subject, ({ name, json_schema: schema }, rows) =>
    entriesOf('properties' in schema ? schema.properties : undefined)
      .map(([field]) => field)
      .filter((field) => rows.every((row) => row[field] === null || row[field] === undefined))
      .filter((field) => ![`${name}.${field}`, `${name}.*`, `*.${field}`].some((known) => unseenFields.has(known)))
      .map((field) => `no record has ${field}`),
  );
}
