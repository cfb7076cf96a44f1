/** The rows of what was sent, and of what people did with it. */
import type { Receipt, ReceiptEvent } from '../data/receipt.ts';
import { eventFields, overviewFields, receiptFields, type Sent, sentWithin } from './receipt-files.ts';
import { row, type TruthRow } from './truth-row.ts';
import type { Workspace } from './workspace.ts';

const DAY = 86_400;

function allSent({ world, clock }: Workspace, days = Number.POSITIVE_INFINITY): Iterable<Sent> {
  const now = clock.seconds();
  const after = Number.isFinite(days) ? Math.floor((now - days * DAY) / DAY) * DAY : 0;
  return sentWithin(world, { after, before: now }, now);
}

function pick(body: Readonly<Record<string, unknown>>, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, body[field]]));
}

export function* receiptRows(workspace: Workspace): Generator<TruthRow> {
  for (const sent of allSent(workspace)) {
    const body = receiptFields(sent);
    yield row(null, pick(body, ['content_id', 'receipt_id', 'ruleset_id']), sent.receipt.sentAt, body);
  }
}

function* eventsWhere(
  workspace: Workspace,
  wanted: (kind: string) => boolean,
): Generator<{ readonly sent: Sent; readonly event: ReceiptEvent; readonly receipt: Receipt }> {
  for (const sent of allSent(workspace)) {
    for (const event of sent.events) if (wanted(event.kind)) yield { sent, event, receipt: sent.receipt };
  }
}

/** The reader makes a key of its own. Two equal events are told apart by their ordinal. */
export function* receiptEventRows(workspace: Workspace): Generator<TruthRow> {
  const seen = new Map<string, number>();
  for (const { sent, event, receipt } of eventsWhere(workspace, (kind) => kind !== 'answer' && kind !== 'checkpoint')) {
    const { receipt_id, ...fields } = eventFields(sent, event);
    const at = event.at;
    const body = { kind: event.kind, receipt_id, occurred_at: at, details: withoutTime(fields, at) };
    const alike = JSON.stringify(body);
    const ordinal = seen.get(alike) ?? 0;
    seen.set(alike, ordinal + 1);
    const key = { kind: event.kind, receipt_id: receipt.id, occurred_at: at, ordinal };
    yield row(null, key, at, body, { own: ['receipt_event_key'] });
  }
}

function withoutTime(fields: Readonly<Record<string, unknown>>, at: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== at));
}

export function* answerRows(workspace: Workspace): Generator<TruthRow> {
  for (const { sent, event } of eventsWhere(workspace, (kind) => kind === 'answer')) {
    const body = eventFields(sent, event);
    yield row(null, pick(body, ['receipt_id', 'question_id']), event.at, body);
  }
}

export function* checkpointRows(workspace: Workspace): Generator<TruthRow> {
  for (const { sent, event } of eventsWhere(workspace, (kind) => kind === 'checkpoint')) {
    const fields = eventFields(sent, event);
    const body = { ...fields, times_processed: Number(fields.times_processed) };
    yield row(null, pick(body, ['series_entry_record_id', 'ruleset_id', 'user_id']), event.at, body);
  }
}

/** The numbers of the last thirty days. When exactly they were exported, only the reader knows. */
export function* contentStatsRows(workspace: Workspace): Generator<TruthRow> {
  for (const fields of overviewFields(allSent(workspace, 30))) {
    const numbers = Object.entries(fields).filter(([column]) => /_(total|unique|rate)$/.test(column));
    const body = { ...fields, ...Object.fromEntries(numbers.map(([column, value]) => [column, Number(value)])) };
    yield row(null, pick(body, ['ruleset_id', 'content_id']), null, body, { own: ['window_start', 'window_end'] });
  }
}
