/**
 * Writes the table of streams in README.md and docs/streams.md from the streams and their schemas, docs/options.md from the
 * spec, and into the spec the names of the optional streams.
 * `node scripts/docs.ts`; with `--check` it only says whether all are current, and ends with exit code 1 when not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsOf } from '../src/config/parse.ts';
import { readSchema } from '../src/schemas/read-schema.ts';
import { families as declared } from '../src/streams/index.ts';
import type { IntercomStream } from '../src/streams/stream.ts';
import { coveragePage } from './coverage.ts';
import { entityDiagram } from './entity-diagram.ts';
import { withOptionalStreams } from './optional-streams.ts';
import { optionsReference } from './options-reference.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema & { readonly type?: string | readonly string[] }>>;
}

const root = new URL('..', import.meta.url);

/** A config under which every stream that settings make exists once, with a name for a part that is free. */
const sample = { access_token: 'token', start_date: '2024-01-01T00:00:00Z', custom_object_types: ['{type}'] };
const { settings } = settingsOf(sample, {});
const families = declared.map(({ title, streams, made }) => ({
  title,
  streams: [...streams, ...(made?.(settings) ?? [])],
}));
const streams = families.flatMap((family) => family.streams);
const schemas = new Map<string, Schema>();
for (const stream of streams) schemas.set(stream.name, readSchema(stream, root));

function overview(): string {
  const link = ({ name }: IntercomStream) => `[${name}](docs/streams.md#${name})`;
  const rows = families.map(({ title, streams: its }) => `| ${title} | ${its.map(link).join(', ')} |`);
  return ['| about | streams |', '|---|---|', ...rows].join('\n');
}

function modeOf({ cursorField }: IntercomStream): string {
  return cursorField ? `incremental by ${cursorField}` : 'whole, every time';
}

function reference(): string {
  const head = '# Streams\n\nMade from `schemas/` by `npm run docs`: edit there, not here.\n';
  const columnsOf = ({ name }: IntercomStream) => Object.keys(schemas.get(name)?.properties ?? {});
  const chapters = families.flatMap((family) => [
    `## ${family.title}\n`,
    `${entityDiagram(family, streams, columnsOf)}\n`,
    ...family.streams.map(section),
  ]);
  return [head, reports(), ...chapters].join('\n');
}

/** From the name of a report to its stream. */
function reports(): string {
  const rows = streams.flatMap(({ name, report }) => (report ? [`| ${report} | [${name}](#${name}) |`] : []));
  return ['| report | stream |', '|---|---|', ...rows, ''].join('\n');
}

function section(stream: IntercomStream): string {
  const { description = '', properties = {} } = schemas.get(stream.name) ?? {};
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      `| ${name} | ${[field.type ?? []].flat().join(', ')} | ${(field.description ?? '').replaceAll('|', '\\|')} |`,
  );
  return [
    `### ${stream.name}`,
    '',
    description,
    '',
    ...(stream.report ? [`- Report: ${stream.report}`] : []),
    ...(stream.fivetran ? [`- Fivetran's table: ${stream.fivetran.join(', ')}`] : []),
    ...(stream.optIn ? ['- Optional: exists where `optional_streams` names it'] : []),
    `- Sync: ${modeOf(stream)}`,
    `- Primary key: ${stream.primaryKey.join(', ')}`,
    `- Permission: ${stream.permission.name}`,
    `- Endpoints: ${stream.endpoints.map((endpoint) => `\`${endpoint}\``).join(', ')}`,
    `- Calls: ${stream.cost}`,
    `- Source: [Intercom's reference](${stream.docs})`,
    '',
    '| field | type | |',
    '|---|---|---|',
    ...fields,
    '',
  ].join('\n');
}

const spec = withOptionalStreams(readFileSync(new URL('spec.json', root), 'utf8'), streams);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const wanted = new Map([
  [
    'README.md',
    readme.replace(
      /(<!-- streams:.*-->\n)[\s\S]*(<!-- \/streams -->)/,
      (_, open, close) => `${open}${overview()}\n${close}`,
    ),
  ],
  ['docs/streams.md', reference()],
  ['docs/coverage.md', coveragePage(streams)],
  ['spec.json', spec],
  ['docs/options.md', optionsReference(JSON.parse(spec))],
]);

for (const [name, text] of wanted) {
  const file = new URL(name, root);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${fileURLToPath(file)} is not current: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
