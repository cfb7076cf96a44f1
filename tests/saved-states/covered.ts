/** Which rows the saved states of a sync cover: a next sync must not emit them again. */
import type { CatalogStream, Message, Output, Row } from '../harness/connector.ts';
import { keyFieldsOf, latestOf, type TruthRow } from '../harness/truth.ts';
import type { Items } from './fixture.ts';
import { type Item, itemOf, nestedItemOf } from './item.ts';

/** The states of these streams have a second part, under the name of a scan beside their own. */
const secondParts: Readonly<Record<string, string>> = {
  company_contacts: 'contacts',
  notes: 'companies',
  conversations: 'deleted_conversations',
};

/**
 * The rows of a stream that stand before the state that covers them. A state with two parts covers the rows of a scan only
 * where the part of that scan has moved since the state `before`; only notes have rows of the second scan that can be told from the others.
 */
export function coveredRows(stream: string, { messages }: Output, before: Row = {}): readonly Row[] {
  const second = secondParts[stream];
  const own = lastMove(stream, messages, before, (state) => ({ ...state, ...(second ? { [second]: null } : {}) }));
  const beside = lastMove(stream, messages, before, (state) => (second ? state[second] : undefined));
  return messages.flatMap(({ record }, index) => {
    if (record?.stream !== stream) return [];
    const isBeside = stream === 'notes' && itemOf(stream, record.data).kind === 'companies';
    return index < (isBeside ? beside : own) ? [record.data] : [];
  });
}

/** Index of the last state of a stream that moved a part of it forward; of the last state where there is one part only. */
function lastMove(stream: string, messages: readonly Message[], saved: Row, partOf: (state: Row) => unknown): number {
  let before = JSON.stringify(partOf(saved));
  let move = -1;
  for (const [index, { state }] of messages.entries()) {
    if (state?.stream.stream_descriptor.name !== stream) continue;
    const part = JSON.stringify(partOf(state.stream.stream_state));
    if (part !== before || !(stream in secondParts)) move = index;
    before = part;
  }
  return move;
}

/**
 * The items whose rows are all among `rows`, in their latest version; of nested items, the items in their latest
 * version in each row that holds them.
 */
export function wholeItems(stream: CatalogStream, rows: readonly Row[], truth: ReadonlyMap<string, TruthRow>): Items {
  const [cursor = ''] = stream.default_cursor_field ?? [];
  const latest = latestOf(rows, keyFieldsOf(stream), truth);
  const whole = new Map<string, Map<string, boolean>>();
  const note = ({ kind, id }: Item, isLatest: boolean) => {
    const ids = whole.get(kind) ?? new Map<string, boolean>();
    whole.set(kind, ids.set(id, isLatest && ids.get(id) !== false));
  };
  for (const [key, { body, child }] of truth) {
    const row = latest.get(key);
    note(itemOf(stream.name, body), row?.[cursor] === body[cursor]);
    const nested = nestedItemOf(stream.name, body);
    if (!nested || !child) continue;
    const inside = row?.[child.field] as Row | undefined;
    note(nested, inside?.updated_at === child.updated_at);
  }
  const entries = [...whole].flatMap(([kind, ids]) => {
    const found = [...ids].flatMap(([id, isWhole]) => (isWhole ? [id] : []));
    return found.length === 0 ? [] : [[kind, found.length === ids.size ? 'all' : found] as const];
  });
  return Object.fromEntries(entries);
}
