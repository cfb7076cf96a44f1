/** States that an earlier version of this connector saved, and the items whose rows it had emitted: one JSON file each. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row, StateMessageLine } from '../harness/connector.ts';
import type { Digest } from './digest.ts';
import type { Item } from './item.ts';
import type { WorkspaceName } from './workspace.ts';

const FOLDER = fileURLToPath(new URL('fixtures/', import.meta.url));
const DIGESTS = 'digests.json';

export interface Fixture {
  /** The sync, and the moment at which its states were saved. */
  readonly about: string;
  readonly workspace: WorkspaceName;
  /** The config of the sync; the next sync has the same. */
  readonly config: Row;
  readonly streams: readonly string[];
  /** The last state of each stream that had one. */
  readonly states: Readonly<Record<string, Row>>;
  /**
   * For each stream with a cursor the ids of the items (by kind) whose rows were all emitted, in their latest version, before
   * the saved state and covered by it. The sandbox's truth has the rows of these items.
   */
  readonly before: Readonly<Record<string, Items>>;
  /** For each kind that filters narrow: the ids of the items that meet them. */
  readonly selected?: Items;
}

/** Ids by kind of item; `all` stands for every item that has rows in the stream and meets the filters. */
export type Items = Readonly<Record<string, readonly string[] | 'all'>>;

/** Whether the config's filters let an item through. */
export function isSelected({ kind, id }: Item, selected: Items = {}): boolean {
  const ids = selected[kind] ?? 'all';
  return ids === 'all' || ids.includes(id);
}

/** The states of a fixture, in the form in which an orchestrator hands them back. */
export function statesOf({ states }: Fixture): readonly StateMessageLine[] {
  return Object.entries(states).map(([name, stream_state]) => ({
    type: 'STREAM',
    stream: { stream_descriptor: { name }, stream_state },
  }));
}

/** All fixtures, by name. */
export async function readFixtures(): Promise<ReadonlyMap<string, Fixture>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json') && name !== DIGESTS).sort();
  const read = async (name: string) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Fixture;
  return new Map(await Promise.all(names.map(async (name) => [basename(name, '.json'), await read(name)] as const)));
}

/** How the workspaces answered when the fixtures were made. */
export async function readDigests(): Promise<Readonly<Record<WorkspaceName, Digest>>> {
  return JSON.parse(await readFile(join(FOLDER, DIGESTS), 'utf8'));
}

/** Replaces all fixtures. */
export async function writeFixtures(
  fixtures: ReadonlyMap<string, Fixture>,
  digests: Readonly<Record<WorkspaceName, Digest>>,
): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  for (const [name, fixture] of fixtures) await writeFile(join(FOLDER, `${name}.json`), inLines(fixture));
  await writeFile(join(FOLDER, DIGESTS), inLines(digests));
}

/** JSON with a line for each entry of an object inside, so that a difference is easy to read. */
function inLines(value: object): string {
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${entriesInLines(inner)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function entriesInLines(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `  ${JSON.stringify(key)}: ${JSON.stringify(inner)}`);
  return entries.length > 0 ? `{\n${entries.join(',\n')}\n}` : '{}';
}
