/** What runs of the tap left in a folder, and how it compares with what exists in a sandbox. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './connector.ts';
import { keyOf, truthOf } from './truth.ts';

/** The sandbox knows events by another key. */
const KEYED_OTHERWISE = 'contact_events';

interface Message {
  readonly type: 'SCHEMA' | 'RECORD' | 'STATE' | 'ACTIVATE_VERSION';
  readonly stream: string;
  readonly record?: Row;
  readonly key_properties?: readonly string[];
  readonly bookmark_properties?: readonly string[];
}

/** The messages of one file of a run. */
export type Brought = readonly Message[];

/** What each run left, in order. Throws where a line is not JSON, as half a line would be. */
export async function broughtIn(folder: string): Promise<readonly Brought[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(join(folder, name), 'utf8'))));
}

function parse(text: string): Brought {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message);
}

function rowsOf(runs: readonly Brought[], stream: string): readonly Row[] {
  return runs.flat().flatMap((message) => (message.stream === stream && message.record ? [message.record] : []));
}

export interface Comparison {
  readonly streams: number;
  /** How many rows exist. */
  readonly rows: number;
  /** Rows that exist and were not brought in their latest version, and rows that were brought and never existed. */
  readonly wrong: readonly string[];
}

/** Compares all that the runs brought with what exists now. Nothing may have been deleted. */
export async function compare(baseUrl: string, runs: readonly Brought[]): Promise<Comparison> {
  const schemas = new Map(
    runs.flat().flatMap((message) => (message.type === 'SCHEMA' ? [[message.stream, message]] : [])),
  );
  schemas.delete(KEYED_OTHERWISE);
  const wrong: string[] = [];
  let rows = 0;
  for (const [name, { key_properties = [], bookmark_properties = [] }] of schemas) {
    const brought = new Map(rowsOf(runs, name).map((row) => [keyOf(row, key_properties), row]));
    const truth = await truthOf(baseUrl, name);
    rows += truth.size;
    for (const [key, { key: ids, updated_at, body }] of truth) {
      const row = brought.get(key);
      const cursor = 'id' in ids ? 'updated_at' : bookmark_properties[0];
      const expected = 'id' in ids ? body.updated_at : updated_at;
      const current = bookmark_properties.length === 0 || seconds(row?.[cursor ?? '']) === expected;
      if (!row || !current) wrong.push(`${name} ${key} is ${row ? 'not the latest' : 'missing'}`);
    }
    for (const key of brought.keys()) if (!truth.has(key)) wrong.push(`${name} ${key} does not exist`);
  }
  return { streams: schemas.size, rows, wrong };
}

/** Epoch seconds of a date-time; anything else as it is. */
function seconds(value: unknown): unknown {
  return typeof value === 'string' ? Date.parse(value) / 1000 : value;
}
