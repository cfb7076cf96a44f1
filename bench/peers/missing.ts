/** Holds what a program emitted against what exists in the sandbox. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Message, Peer, Setting } from './peer.ts';

export interface Found {
  /** Rows that exist and were emitted, each counted once. */
  readonly rows: number;
  /** Rows that exist and were not emitted, by stream; only streams that lack some. */
  readonly missing: ReadonlyMap<string, number>;
}

/** `output`: the file of the program's stdout. */
export async function findMissing({ url, streams }: Setting, peer: Peer, output: string): Promise<Found> {
  const wanted = new Map<string, Existing>();
  for (const stream of streams) wanted.set(stream, await existing(url, stream));
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const { stream = '', row = {} } = peer.emitted(JSON.parse(line) as Message) ?? {};
    const { fields, keys } = wanted.get(stream) ?? {};
    if (fields && keys?.delete(keyOf(row, fields))) rows += 1;
  }
  const missing = [...wanted].map(([stream, { keys }]) => [stream, keys.size] as const);
  return { rows, missing: new Map(missing.filter(([, count]) => count > 0)) };
}

interface Existing {
  readonly fields: readonly string[];
  readonly keys: Set<string>;
}

async function existing(url: string, stream: string): Promise<Existing> {
  const text = await (await fetch(`${url}/__sandbox/truth?stream=${stream}`)).text();
  const keys = text.split('\n').flatMap((line) => (line ? [(JSON.parse(line) as { key: Message }).key] : []));
  const fields = Object.keys(keys[0] ?? {});
  return { fields, keys: new Set(keys.map((key) => keyOf(key, fields))) };
}

function keyOf(row: Message, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => String(row[field])));
}
