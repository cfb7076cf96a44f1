/** Finds what a sync repeats although nothing changed: only what followed the last STATE may come again. */
import type { CatalogStream, Message, Output, Row } from '../connector.ts';
import { keyFieldsOf, keyOf, truthOf } from '../truth.ts';
import type { Sync } from './reader.ts';

export interface Repeats {
  /** Rows that came again as they had come. */
  readonly repeated: number;
  /** Those that should not have, and rows that came twice within the sync. */
  readonly problems: readonly string[];
}

/** Of the last of `syncs`. Nothing may have changed since the one before it began, nor be on its way into the index. */
export async function repeats(
  baseUrl: string,
  streams: readonly CatalogStream[],
  syncs: readonly Sync[],
): Promise<Repeats> {
  const [before, last] = [syncs.at(-2), syncs.at(-1)];
  const problems: string[] = [];
  let repeated = 0;
  for (const stream of streams.filter(({ default_cursor_field }) => default_cursor_field)) {
    if (!last) continue;
    problems.push(...twice(stream, last.output));
    if (!before) continue;
    const { covered, after, backfillAt } = split(stream.name, before.output);
    const again = textsOf(stream.name, last.output.messages).filter(({ text }) => covered.has(text) || after.has(text));
    repeated += again.length;
    const wrong = again.filter(({ text }) => !after.has(text));
    if (wrong.length === 0) continue;
    const createdAt = await creations(baseUrl);
    for (const { row } of wrong) {
      // A backfill asks again for the second in which it was interrupted.
      if (backfillAt !== undefined && createdAt.get(parentOf(row)) === backfillAt) continue;
      problems.push(`${stream.name} ${keyOf(row, keyFieldsOf(stream))}: came again although a STATE covered it`);
    }
  }
  return { repeated, problems };
}

function twice(stream: CatalogStream, { messages }: Output): readonly string[] {
  const seen = new Set<string>();
  return textsOf(stream.name, messages).flatMap(({ row }) => {
    const key = keyOf(row, keyFieldsOf(stream));
    if (seen.has(key)) return [`${stream.name} ${key}: came twice in one sync`];
    seen.add(key);
    return [];
  });
}

/** The rows before and after the last STATE of a stream, and where that says that a backfill stands. */
function split(name: string, { messages }: Output) {
  const isState = ({ state }: Message) => state?.stream.stream_descriptor.name === name;
  const at = messages.findLastIndex(isState);
  const { backfill } = (messages[at]?.state?.stream.stream_state ?? {}) as { backfill?: { at?: number | null } };
  const texts = (some: readonly Message[]) => new Set(textsOf(name, some).map(({ text }) => text));
  return {
    covered: texts(messages.slice(0, at + 1)),
    after: texts(messages.slice(at + 1)),
    backfillAt: backfill?.at ?? undefined,
  };
}

function textsOf(name: string, messages: readonly Message[]): readonly { readonly row: Row; readonly text: string }[] {
  return messages.flatMap(({ record }) =>
    record?.stream === name ? [{ row: record.data, text: JSON.stringify(record.data) }] : [],
  );
}

function parentOf({ conversation_id, ticket_id, contact_id, id }: Row): string {
  return String(conversation_id ?? ticket_id ?? contact_id ?? id);
}

async function creations(baseUrl: string): Promise<ReadonlyMap<string, number>> {
  const all = await Promise.all(['contacts', 'conversations', 'tickets'].map((stream) => truthOf(baseUrl, stream)));
  return new Map(
    all.flatMap((truth) => [...truth.values()].map(({ body }) => [String(body.id), Number(body.created_at)])),
  );
}
