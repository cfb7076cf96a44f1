/** Reads a workspace with saved states, and finds lost and repeated rows. */
import { isDeepStrictEqual } from 'node:util';
import { type CatalogStream, configure, type Output, type Row, rowsOf, runConnector } from '../harness/connector.ts';
import { keyFieldsOf, keyOf, latestOf, type TruthRow, truthOf } from '../harness/truth.ts';
import { type Fixture, type Items, isSelected } from './fixture.ts';
import { type Item, itemOf, nestedItemOf } from './item.ts';

export type Truth = ReadonlyMap<string, ReadonlyMap<string, TruthRow>>;

/** Streams about records that the config names, and the field that names them. The sandbox has no truth of these streams. */
const named: Readonly<Record<string, string>> = {
  contacts_by_id: 'contact_ids',
  conversations_by_id: 'conversation_ids',
  notes_by_id: 'note_ids',
};

/** The streams of these names, as discover describes them. */
export async function discover(url: string, config: Row, names?: readonly string[]): Promise<readonly CatalogStream[]> {
  const { messages } = await runConnector('discover', { config }, { baseUrl: url });
  const found = messages.find(({ catalog }) => catalog)?.catalog?.streams ?? [];
  if (!names) return found;
  return names.map((name) => {
    const stream = found.find((one) => one.name === name);
    if (!stream) throw new Error(`discover shows no stream ${name}.`);
    return stream;
  });
}

/** One incremental sync. Throws where it did not end well. */
export async function readOn(
  url: string,
  { config, streams, state }: { config: Row; streams: readonly CatalogStream[]; state: unknown },
): Promise<Output> {
  const output = await runConnector('read', { config, catalog: configure(streams), state }, { baseUrl: url });
  if (output.exitCode === 0) return output;
  const errors = output.messages.flatMap(({ trace }) => trace?.error?.message ?? []);
  throw new Error(`The sync ended with exit code ${output.exitCode}: ${errors.join('; ')} ${output.stderr}`);
}

/** The truth about each stream now. */
export async function truthOfAll(url: string, streams: readonly CatalogStream[]): Promise<Truth> {
  const names = streams.map(({ name }) => name).filter((name) => !(name in named));
  return new Map(await Promise.all(names.map(async (name) => [name, await truthOf(url, name)] as const)));
}

export interface Replay {
  readonly fixture: Fixture;
  /** The truth when the states were saved, and the truth now. */
  readonly then: Truth;
  readonly now: Truth;
  readonly output: Output;
}

/** The problems of the rows that a stream emitted when it resumed from its saved state: a line each. */
export function problemsOf(stream: CatalogStream, replay: Replay): readonly string[] {
  const { fixture, output } = replay;
  const rows = rowsOf(output, stream.name);
  const keys = keyFieldsOf(stream);
  const field = named[stream.name];
  const problems = field
    ? differences(new Set(rows.map((row) => keyOf(row, keys))), namedKeys(fixture.config[field]))
    : stream.default_cursor_field
      ? [...lost(stream, replay), ...repeated(stream, replay), ...strange(stream, replay)]
      : differences(latestOf(rows, keys, truthIn(replay.now, stream)), truthIn(replay.now, stream));
  return problems.map((problem) => `${stream.name} ${problem}`);
}

/** Rows that a stream emitted twice in one sync. */
export function twice({ name }: CatalogStream, output: Output): readonly string[] {
  const seen = new Set<string>();
  return rowsOf(output, name).flatMap((row) => {
    const text = JSON.stringify(row);
    if (seen.has(text)) return [`${name} ${text} came twice`];
    seen.add(text);
    return [];
  });
}

/** Rows that did not come in their latest version, neither before the saved state nor now. */
function lost(stream: CatalogStream, { fixture, then, now, output }: Replay): readonly string[] {
  const [cursor = ''] = stream.default_cursor_field ?? [];
  const truth = truthIn(now, stream);
  const before = [...truthIn(then, stream)].filter(([, { body }]) => isBefore(fixture, stream.name, body));
  const rows = new Map(before.map(([key, { body }]): [string, Row] => [key, body]));
  for (const [key, row] of latestOf(rowsOf(output, stream.name), keyFieldsOf(stream), truth)) rows.set(key, row);
  return [...truth].flatMap(([key, { body, unannounced }]) => {
    if (unannounced || !isSelected(itemOf(stream.name, body), fixture.selected)) return [];
    const row = rows.get(key);
    if (!row) return [`${key} is lost`];
    return row[cursor] === body[cursor] ? [] : [`${key} is lost in its latest version`];
  });
}

/** Rows that came again unchanged. A backfill may ask again for the second in which it stopped. */
function repeated(stream: CatalogStream, { fixture, then, now, output }: Replay): readonly string[] {
  const [cursor = ''] = stream.default_cursor_field ?? [];
  const truth = truthIn(then, stream);
  const { owed, stops } = openEnds(fixture.states[stream.name] ?? {});
  return [...latestOf(rowsOf(output, stream.name), keyFieldsOf(stream), truth)].flatMap(([key, row]) => {
    const { body } = truth.get(key) ?? {};
    if (!body || body[cursor] !== row[cursor] || !isBefore(fixture, stream.name, body)) return [];
    const nested = nestedItemOf(stream.name, body);
    if (nested && !isAmong(fixture.before[stream.name], nested)) return [];
    // Some changes move no cursor: those of a contact inside a row about its company, and the count of a segment.
    if (!isDeepStrictEqual(truthIn(now, stream).get(key)?.body, body)) return [];
    const { kind, id } = itemOf(stream.name, body);
    const createdAt = then.get(kind)?.get(keyOf({ id }, ['id']))?.body.created_at;
    return owed.has(id) || stops.has(createdAt) ? [] : [`${key} is repeated`];
  });
}

/** Rows that came and do not exist or do not meet the filters, apart from deletions. */
function strange(stream: CatalogStream, { fixture, now, output }: Replay): readonly string[] {
  const truth = truthIn(now, stream);
  return [...latestOf(rowsOf(output, stream.name), keyFieldsOf(stream), truth)].flatMap(([key, row]) => {
    const isDeletion = row._ab_cdc_deleted_at != null;
    if (truth.has(key) === isDeletion)
      return [`${key} came ${isDeletion ? 'as deleted and exists' : 'and does not exist'}`];
    return isSelected(itemOf(stream.name, row), fixture.selected) ? [] : [`${key} came and does not meet the filters`];
  });
}

function isBefore({ before }: Fixture, stream: string, body: Row): boolean {
  return isAmong(before[stream], itemOf(stream, body));
}

function isAmong(items: Items = {}, { kind, id }: Item): boolean {
  const ids = items[kind] ?? [];
  return ids === 'all' || ids.includes(id);
}

/** The ids that a state owes, and the times of creation at which a backfill in it stopped, in both parts of the state. */
function openEnds(state: Row): { readonly owed: ReadonlySet<unknown>; readonly stops: ReadonlySet<unknown> } {
  const parts = [state, ...Object.values(state)].filter(isRow);
  return {
    owed: new Set(parts.flatMap(({ owed }) => (Array.isArray(owed) ? owed : []))),
    stops: new Set(parts.flatMap(({ backfill }) => (isRow(backfill) ? [backfill.at] : []))),
  };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function truthIn(truth: Truth, { name }: CatalogStream): ReadonlyMap<string, TruthRow> {
  return truth.get(name) ?? new Map();
}

function namedKeys(ids: unknown): ReadonlySet<string> {
  return new Set((Array.isArray(ids) ? ids : []).map((id) => keyOf({ id }, ['id'])));
}

interface Keys {
  keys(): Iterable<string>;
  has(key: string): boolean;
}

function differences(found: Keys, expected: Keys): readonly string[] {
  return [
    ...[...expected.keys()].filter((key) => !found.has(key)).map((key) => `${key} is lost`),
    ...[...found.keys()].filter((key) => !expected.has(key)).map((key) => `${key} came and does not exist`),
  ];
}
