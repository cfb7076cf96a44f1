/** The messages of runs of the tap in a folder, and their comparison with the truth in a sandbox. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './connector.ts';
import { latestOf, truthOf } from './truth.ts';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

interface Message {
  readonly type: 'SCHEMA' | 'RECORD' | 'STATE' | 'ACTIVATE_VERSION';
  readonly stream: string;
  readonly record?: Row;
  readonly key_properties?: readonly string[];
  readonly bookmark_properties?: readonly string[];
}

/** The messages of one file of a run. */
export type Emitted = readonly Message[];

/** The messages of each run, in order. Throws where a line is not JSON, such as half a line. */
export async function emittedIn(folder: string): Promise<readonly Emitted[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(join(folder, name), 'utf8'))));
}

function parse(text: string): Emitted {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message);
}

function rowsOf(runs: readonly Emitted[], stream: string): readonly Row[] {
  return runs.flat().flatMap((message) => (message.stream === stream && message.record ? [message.record] : []));
}

export interface Comparison {
  readonly streams: number;
  /** How many rows exist. */
  readonly rows: number;
  /** Rows that exist and were not emitted in their latest version, and rows that were emitted and never existed. */
  readonly wrong: readonly string[];
}

/** Compares all messages of the runs with the truth. Nothing may have been deleted. */
export async function compare(baseUrl: string, runs: readonly Emitted[]): Promise<Comparison> {
  const schemas = new Map(
    runs.flat().flatMap((message) => (message.type === 'SCHEMA' ? [[message.stream, message]] : [])),
  );
  const wrong: string[] = [];
  let rows = 0;
  for (const [name, { key_properties = [], bookmark_properties = [] }] of schemas) {
    const truth = await truthOf(baseUrl, name);
    const emitted = latestOf(rowsOf(runs, name).map(inSeconds), key_properties, truth);
    rows += truth.size;
    for (const [key, { body }] of truth) {
      const row = emitted.get(key);
      const current = bookmark_properties.every((cursor) => row?.[cursor] === body[cursor]);
      if (!row || !current) wrong.push(`${name} ${key} is ${row ? 'not the latest' : 'missing'}`);
    }
    for (const key of emitted.keys()) if (!truth.has(key)) wrong.push(`${name} ${key} does not exist`);
  }
  return { streams: schemas.size, rows, wrong };
}

/** A row with its times in epoch seconds, as the sandbox has them. */
function inSeconds(row: Row): Row {
  const seconds = (value: unknown) =>
    typeof value === 'string' && DATE_TIME.test(value) ? Date.parse(value) / 1000 : value;
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, seconds(value)]));
}
