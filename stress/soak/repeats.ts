/** Finds the rows that a sync repeats although nothing changed: only rows after the last STATE may come again. */
import type { CatalogStream, Message, Output, Row } from '../../tests/harness/connector.ts';
import { keyFieldsOf, keyOf, truthOf } from '../../tests/harness/truth.ts';
import type { Sync } from './reader.ts';

export interface Repeats {
  /** Rows that came again as they had come. */
  readonly repeated: number;
  /** Rows that should not have come, and rows that came twice within the sync. */
  readonly problems: readonly string[];
}

/**
 * Of the last of `syncs`. Nothing may have changed since the one before it began, nor be on its way into the index.
 * `sorted`: whether searches are sorted: a backfill in no order is begun again where it was interrupted.
 */
export async function repeats(
  baseUrl: string,
  streams: readonly CatalogStream[],
  syncs: readonly Sync[],
  sorted: boolean,
): Promise<Repeats> {
  const [before, last] = [syncs.at(-2), syncs.at(-1)];
  const problems: string[] = [];
  let repeated = 0;
  for (const stream of streams.filter(({ default_cursor_field }) => default_cursor_field)) {
    if (!last) continue;
    const saved = lastStateOf(
      stream.name,
      syncs.slice(0, -1).map(({ output }) => output),
    );
    problems.push(...twice(stream, last.output, beganIn(saved)));
    if (!before) continue;
    const earlier = syncs.slice(0, -2).map(({ output }) => output);
    const { covered, after, unreadFrom } = split(stream.name, before.output, { earlier, sorted });
    const again = textsOf(stream.name, last.output.messages).filter(({ text }) => covered.has(text) || after.has(text));
    repeated += again.length;
    const wrong = again.filter(({ text }) => !after.has(text));
    if (wrong.length === 0) continue;
    const createdAt = await creations(baseUrl);
    for (const { row } of wrong) {
      // A backfill asks again for a second that holds more records than a page, if it was interrupted there.
      if (unreadFrom.includes(createdAt.get(parentOf(row)))) continue;
      problems.push(`${stream.name} ${keyOf(row, keyFieldsOf(stream))}: came again although a STATE covered it`);
    }
  }
  return { repeated, problems };
}

/**
 * A record that changed since a backfill began, in seconds, comes with the backfill and again with its changes. Each scan of
 * a stream on two scans may emit a row.
 */
function twice(stream: CatalogStream, { messages }: Output, began: number): readonly string[] {
  const [cursor = ''] = stream.default_cursor_field ?? [];
  const states = messages.flatMap(({ state }) => (state?.stream.stream_descriptor.name === stream.name ? [state] : []));
  const most = secondScanOf(states.map((state) => state.stream.stream_state)) === undefined ? 1 : 2;
  const times = new Map<string, number>();
  return textsOf(stream.name, messages).flatMap(({ row }) => {
    const key = keyOf(row, keyFieldsOf(stream));
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    const isChanged = Number(row[cursor]) >= began;
    return before >= most && !isChanged ? [`${stream.name} ${key}: came too often in one sync`] : [];
  });
}

/** The name under which the states of a stream on two scans hold the part of the second scan. */
function secondScanOf(states: readonly Row[]): string | undefined {
  return ['contacts', 'companies'].find((scan) => states.some((state) => scan in state));
}

/** When the open backfill of a state began, in epoch seconds; infinite where none is open. */
function beganIn(state: Row | undefined): number {
  const { backfill } = (state ?? {}) as { backfill?: { began?: number } };
  return backfill?.began ?? Number.POSITIVE_INFINITY;
}

interface Before {
  readonly earlier: readonly Output[];
  readonly sorted: boolean;
}

/** The rows before and after the last STATE of a stream, and the beginnings of the ranges that a backfill has not read. */
function split(name: string, { messages }: Output, { earlier, sorted }: Before) {
  const states = messages.flatMap(({ state }, index) =>
    state?.stream.stream_descriptor.name === name ? [{ index, state: state.stream.stream_state }] : [],
  );
  const last = states.at(-1);
  const { backfill } = (last?.state ?? {}) as { backfill?: { unread: readonly (readonly [number, number | null])[] } };
  const at = backfill && !sorted ? -1 : lastMove(states, lastStateOf(name, earlier));
  const texts = (some: readonly Message[]) => new Set(textsOf(name, some).map(({ text }) => text));
  return {
    covered: texts(messages.slice(0, at + 1)),
    after: texts(messages.slice(at + 1)),
    unreadFrom: backfill?.unread.map(([from]): number | undefined => from) ?? [],
  };
}

interface Saved {
  readonly index: number;
  readonly state: Row;
}

/**
 * Where the last STATE stands that covers all rows before it. A stream on two scans has one STATE for both: its part for
 * one scan covers no row of the other.
 */
function lastMove(states: readonly Saved[], before: Row | undefined): number {
  const last = states.at(-1);
  const second = secondScanOf(states.map(({ state }) => state));
  if (second === undefined) return last?.index ?? -1;
  const moveOf = (part: (state: Row) => string) =>
    states.findLast(({ state }, index) => part(state) !== part(states[index - 1]?.state ?? before ?? {}))?.index ?? -1;
  const ofSecond = (state: Row) => JSON.stringify(state[second]);
  const ofOwn = (state: Row) => JSON.stringify({ ...state, [second]: null });
  return Math.min(moveOf(ofOwn), moveOf(ofSecond));
}

function lastStateOf(name: string, outputs: readonly Output[]): Row | undefined {
  return outputs
    .flatMap(({ messages }) => messages.flatMap(({ state }) => state ?? []))
    .findLast(({ stream }) => stream.stream_descriptor.name === name)?.stream.stream_state;
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
